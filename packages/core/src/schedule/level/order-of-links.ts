import type { LevelProject } from './level-project.ts'

/**
 * Puts the activities in an order in which links lead forwards.
 *
 * @returns the order, or the activities that stand on cycles or behind them
 */
export function orderOfLinks({ activities, links }: LevelProject): {
  readonly order: readonly number[]
  readonly cyclic: readonly number[]
} {
  const after: number[][] = activities.map(() => [])
  const missing = activities.map(() => 0)
  for (const { from, to } of links) {
    after[from]?.push(to)
    missing[to] = (missing[to] ?? 0) + 1
  }
  const order = activities
    .keys()
    .filter((index) => missing[index] === 0)
    .toArray()
  for (const done of order) {
    for (const next of after[done] ?? []) {
      const left = (missing[next] ?? 0) - 1
      missing[next] = left
      if (left === 0) order.push(next)
    }
  }
  return {
    order,
    cyclic: activities
      .keys()
      .filter((index) => (missing[index] ?? 0) > 0)
      .toArray(),
  }
}
