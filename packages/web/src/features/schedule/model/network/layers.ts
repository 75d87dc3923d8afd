import { type Arrow, orderLinks } from '@millrace/core/schedule'

/**
 * The column of each number: behind everything that leads to it, as far to the left as that allows. What
 * nothing leads to stands right before the first that waits for it, instead of far away at the beginning.
 *
 * @returns columns from nought; what lies on a circle gets one too, and nothing waits for it
 */
export function layersOf(count: number, arrows: readonly Arrow[]): readonly number[] {
  const { order, after } = orderLinks(count, arrows)
  const layer = Array.from({ length: count }, () => 0)
  for (const from of order) {
    for (const to of after[from] ?? []) layer[to] = Math.max(layer[to] ?? 0, (layer[from] ?? 0) + 1)
  }
  const isLedTo = new Set(arrows.map(({ to }) => to))
  for (let each = 0; each < count; each += 1) {
    const waiting = after[each] ?? []
    if (isLedTo.has(each) || waiting.length === 0) continue
    layer[each] = Math.max(0, Math.min(...waiting.map((to) => layer[to] ?? 0)) - 1)
  }
  return layer
}
