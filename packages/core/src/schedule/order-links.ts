/** Something that must come before something else, by their numbers. */
export type Arrow = { readonly from: number; readonly to: number }

/** Numbers in an order in which every arrow leads forwards. */
export type LinkOrder = {
  /** Fewer than there are when some lie on a circle, or behind one: these are left out. */
  readonly order: readonly number[]
  /** Of each number, those it leads to, one for each arrow. */
  readonly after: readonly (readonly number[])[]
}

/**
 * Puts the numbers below `count` in order; of equal rank the lower one comes first. Linear in numbers
 * and arrows.
 *
 * @see Kahn, Topological sorting of large networks, 1962
 */
export function orderLinks(count: number, arrows: readonly Arrow[]): LinkOrder {
  const after = Array.from({ length: count }, (): number[] => [])
  const missing = new Int32Array(count)
  for (const { from, to } of arrows) {
    after[from]?.push(to)
    missing[to] = (missing[to] ?? 0) + 1
  }
  const order: number[] = []
  for (let each = 0; each < count; each += 1) if (missing[each] === 0) order.push(each)
  for (const done of order) {
    for (const next of after[done] ?? []) {
      const left = (missing[next] ?? 0) - 1
      missing[next] = left
      if (left === 0) order.push(next)
    }
  }
  return { order, after }
}
