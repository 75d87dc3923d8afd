import {
  type DatedTask,
  type LoadSpan,
  loadOf,
  type PlanAssignment,
  type PooledPlans,
} from '@millrace/core/schedule'
import type { PlanPool } from './plan-pool.ts'

/** What an item asks of a resource in a stretch of days. */
export type LoadPart = { readonly itemId: string; readonly workMin: number }

export type Days = Pick<LoadSpan, 'fromOn' | 'toOn'>

const DAY_MIN = 1440

/** Which items make up the load of a resource between two days, the largest first; their minutes add up to it. */
export function partsOf(pool: PlanPool, resourceId: string, days: Days): readonly LoadPart[] {
  const byItem = Map.groupBy(pool.pooled.assignments, ({ itemId }) => itemId)
  const parts = pool.dates.flatMap((date): readonly LoadPart[] => {
    const assignments = byItem.get(date.id) ?? []
    if (!meets(date, days) || !assignments.some((each) => each.resourceId === resourceId)) return []
    const workMin = minutesOf(pool, { date, assignments, resourceId, days })
    return workMin > 0 ? [{ itemId: date.id, workMin }] : []
  })
  return parts.toSorted((a, b) => b.workMin - a.workMin)
}

type One = {
  readonly date: DatedTask
  /** All that work on it, since they decide together when it is worked upon. */
  readonly assignments: readonly PlanAssignment[]
  readonly resourceId: string
  readonly days: Days
}

/** The load that one item alone would be. */
function minutesOf(pool: PlanPool, { date, assignments, resourceId, days }: One): number {
  const load = loadOf(aloneIn(pool, date.id, assignments), [date], { ...days, by: 'day' })
  const own = load.find((each) => each.resourceId === resourceId)
  return own?.buckets.reduce((sum, { workMin }) => sum + workMin, 0) ?? 0
}

/** A pool with one item and whoever is on it. */
export function aloneIn(
  { pooled }: PlanPool,
  itemId: string,
  assignments: readonly PlanAssignment[],
): PooledPlans {
  const plans = pooled.plans.map((plan) => ({
    ...plan,
    tasks: plan.tasks.filter(({ id }) => id === itemId).map((task) => ({ ...task, parentId: null })),
  }))
  const working = new Set(assignments.map((each) => each.resourceId))
  return { plans, resources: pooled.resources.filter(({ id }) => working.has(id)), assignments }
}

/** Whether they may meet: days are those of some zone, which is never farther off than a day. */
export function meets({ startAt, finishAt }: DatedTask, { fromOn, toOn }: Days): boolean {
  const minuteOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 60_000
  return startAt < minuteOf(toOn) + 2 * DAY_MIN && finishAt > minuteOf(fromOn) - DAY_MIN
}
