import { KeyHeap } from '../level-plan/key-heap.ts'
import type { LinkOrder } from '../order-links.ts'
import type { RiskPlan, RiskTask } from './risk-plan.ts'

/** What levelling reads of a plan; tasks by their place. */
export type CompiledLevelling = {
  readonly earliest: Float64Array
  readonly keepsPlace: Uint8Array
  /** Needs of task t: from `needStart[t]` up to `needStart[t + 1]`. */
  readonly needStart: Int32Array
  readonly needOf: Int32Array
  readonly needUnits: Float64Array
  readonly capacity: Float64Array
  /** So many tasks at most stand in the queue of a resource at a time. */
  readonly length: Int32Array
}

/** A topological order in which, of all that could come next, the lowest priority does. */
export function orderByPriority(tasks: readonly RiskTask[], { after }: LinkOrder): readonly number[] {
  const missing = new Int32Array(tasks.length)
  for (const next of after) for (const to of next) missing[to] = (missing[to] ?? 0) + 1
  const heap = new KeyHeap(Float64Array.from(tasks, ({ levelling }) => levelling?.priority ?? 0))
  for (const [task, count] of missing.entries()) if (count === 0) heap.add(task)
  const order: number[] = []
  while (heap.size > 0) {
    const done = heap.take()
    order.push(done)
    for (const next of after[done] ?? []) {
      const left = (missing[next] ?? 0) - 1
      missing[next] = left
      if (left === 0) heap.add(next)
    }
  }
  return order
}

/** More than there is of a resource nobody can have: such a task takes all of it. */
export function compileLevelling(
  ordered: readonly RiskTask[],
  resources: NonNullable<RiskPlan['resources']>,
): CompiledLevelling {
  const known = new Map(resources.map(({ id }, index) => [id, index]))
  const capacity = Float64Array.from(resources, ({ units }) => Math.max(0, units))
  const needsOf = ordered.map(({ levelling }) =>
    (levelling?.needs ?? []).flatMap(({ resourceId, units }) => {
      const resource = known.get(resourceId)
      const taken = resource === undefined ? 0 : Math.min(units, capacity[resource] ?? 0)
      return resource !== undefined && taken > 0 ? [{ resource, units: taken }] : []
    }),
  )
  const needStart = new Int32Array(ordered.length + 1)
  for (const [task, needs] of needsOf.entries()) {
    needStart[task + 1] = (needStart[task] ?? 0) + needs.length
  }
  const needs = needsOf.flat()
  const least = capacity.map(() => Infinity)
  const takers = new Int32Array(capacity.length)
  for (const { resource, units } of needs) {
    least[resource] = Math.min(least[resource] ?? Infinity, units)
    takers[resource] = (takers[resource] ?? 0) + 1
  }
  return {
    earliest: Float64Array.from(ordered, ({ levelling }) => Math.max(0, levelling?.earliestStartMin ?? 0)),
    keepsPlace: Uint8Array.from(ordered, ({ levelling }) => (levelling?.keepsPlace ? 1 : 0)),
    needStart,
    needOf: Int32Array.from(needs, ({ resource }) => resource),
    needUnits: Float64Array.from(needs, ({ units }) => units),
    capacity,
    // One more, for who joins before the last ones leave; and never more than there are.
    length: Int32Array.from(capacity, (units, resource) =>
      Math.min(takers[resource] ?? 0, Math.ceil(units / (least[resource] ?? units)) + 1),
    ),
  }
}
