import { KeyHeap } from '../level-plan/key-heap.ts'
import { toShare } from '../level-plan/share.ts'
import type { LinkOrder } from '../order-links.ts'
import type { Rest, RiskResource, RiskTask } from './risk-plan.ts'
import type { CapacityStep } from './run-profiles.ts'
import type { WorkLine } from './work-line.ts'

/** What levelling reads of a plan; tasks by their place. */
export type CompiledLevelling = {
  readonly earliest: Float64Array
  readonly keepsPlace: Uint8Array
  /** When each task is worked on; null: whenever the project works. */
  readonly lines: readonly (WorkLine | null)[]
  readonly rests: readonly (readonly Rest[])[]
  /** Needs of task t: from `needStart[t]` up to `needStart[t + 1]`. */
  readonly needStart: Int32Array
  readonly needOf: Int32Array
  readonly needShare: Float64Array
  /** Whether what is needed works when the task is not worked on. */
  readonly needHasHoles: Uint8Array
  /** Of each resource, from the beginning on. */
  readonly capacity: readonly (readonly CapacityStep[])[]
}

/** A topological order in which, of all that could come next, what keeps its place comes first, then the lowest priority. */
export function orderByPriority(tasks: readonly RiskTask[], { after }: LinkOrder): readonly number[] {
  const missing = new Int32Array(tasks.length)
  for (const next of after) for (const to of next) missing[to] = (missing[to] ?? 0) + 1
  const heap = new KeyHeap(Float64Array.from(tasks, ({ levelling }) => keyOf(levelling)))
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

function keyOf(levelling: RiskTask['levelling']): number {
  if (levelling?.keepsPlace) return Number.NEGATIVE_INFINITY
  return levelling?.priority ?? 0
}

/** More than there ever is of a resource nobody can have: such a task takes all of it. */
export function compileLevelling(
  ordered: readonly RiskTask[],
  resources: readonly RiskResource[],
  lines: readonly WorkLine[],
): CompiledLevelling {
  const known = new Map(resources.map(({ id }, index) => [id, index]))
  const capacity = resources.map(capacityOf)
  const most = capacity.map((steps) => steps.reduce((max, { share }) => Math.max(max, share), 0))
  const needsOf = ordered.map((task) =>
    (task.levelling?.needs ?? []).flatMap(({ resourceId, units }) => {
      const resource = known.get(resourceId) ?? -1
      const share = Math.min(toShare(units), most[resource] ?? 0)
      const hasHoles = calendarOf(task) !== resources[resource]?.calendar
      return share > 0 ? [{ resource, share, hasHoles }] : []
    }),
  )
  const needStart = new Int32Array(ordered.length + 1)
  for (const [task, needs] of needsOf.entries()) {
    needStart[task + 1] = (needStart[task] ?? 0) + needs.length
  }
  const needs = needsOf.flat()
  return {
    earliest: Float64Array.from(ordered, ({ levelling }) => Math.max(0, levelling?.earliestStartMin ?? 0)),
    keepsPlace: Uint8Array.from(ordered, ({ levelling }) => (levelling?.keepsPlace ? 1 : 0)),
    lines: ordered.map((task) => lines[calendarOf(task) ?? -1] ?? null),
    rests: ordered.map(({ rests = [] }) => rests),
    needStart,
    needOf: Int32Array.from(needs, ({ resource }) => resource),
    needShare: Float64Array.from(needs, ({ share }) => share),
    needHasHoles: Uint8Array.from(needs, ({ hasHoles }) => (hasHoles ? 1 : 0)),
    capacity,
  }
}

function calendarOf({ calendar, levelling }: RiskTask): number | undefined {
  return levelling?.calendar ?? calendar
}

/** What changed before the beginning is how it is then. */
function capacityOf({ units, changes = [] }: RiskResource): readonly CapacityStep[] {
  const first = changes.findLast(({ fromMin }) => fromMin <= 0)?.units ?? units
  const later = changes.filter(({ fromMin }) => fromMin > 0)
  const steps = [{ fromMin: Number.NEGATIVE_INFINITY, units: first }, ...later].map((step) => ({
    fromMin: step.fromMin,
    share: toShare(Math.max(0, step.units)),
  }))
  return steps.filter(({ share }, index) => share !== steps[index - 1]?.share)
}
