import type { Minute } from '../../calendar/index.ts'
import type { PlanTask } from '../network/plan.ts'
import { LEAF, GATE as SUMMARY_GATE } from '../network/structure.ts'
import { durationOf } from '../network/task-span.ts'
import { type LevelInput, PRIORITY_MAX, PRIORITY_USUAL } from './level-input.ts'
import { BEGUN, type Edges, END, FIXED, FREE, GATE, HAMMOCK, POINT } from './level-net.ts'

type Standing = {
  readonly role: number
  readonly startAt: Minute
  readonly priority: number
  readonly frozenUntil: Minute | null
}

/** What levelling may do with a task. */
export function roleOf(task: PlanTask, { role, startAt, priority, frozenUntil }: Standing): number {
  if (role !== LEAF) return role === SUMMARY_GATE ? GATE : END
  const { actual, manual, kind } = task
  if (actual?.finishAt != null || manual) return FIXED
  if (kind === 'hammock') return HAMMOCK
  if (actual) return BEGUN
  if (priority >= PRIORITY_MAX || (frozenUntil !== null && startAt < frozenUntil)) return FIXED
  return durationOf(task) === 0 ? POINT : FREE
}

/** The priority of an item: its own, otherwise that of the nearest summary above it that has one. */
export function priorityOf({ plans, items = [] }: LevelInput): (id: string) => number {
  const own = new Map(items.map(({ itemId, priority }) => [itemId, priority]))
  const parentOf = new Map(plans.flatMap(({ tasks }) => tasks.map(({ id, parentId }) => [id, parentId])))
  return (id) => {
    let found: number | undefined
    for (let at: string | null = id; at !== null && found === undefined; at = parentOf.get(at) ?? null) {
      found = own.get(at)
    }
    return found ?? PRIORITY_USUAL
  }
}

/** The priority of each node, or of what waits for it when that is higher. Nothing is hurried for what stays anyway. */
export function urgenciesOf(
  { first, from }: Edges,
  { role, own }: { readonly role: Uint8Array; readonly own: readonly number[] },
): Float64Array {
  const urgency = Float64Array.from(own, (priority, node) =>
    role[node] === GATE || role[node] === END ? 0 : priority,
  )
  for (let node = urgency.length - 1; node >= 0; node -= 1) {
    if (role[node] === FIXED) continue
    for (let edge = first[node] ?? 0; edge < (first[node + 1] ?? 0); edge += 1) {
      const before = from[edge] ?? 0
      urgency[before] = Math.max(urgency[before] ?? 0, urgency[node] ?? 0)
    }
  }
  return urgency
}
