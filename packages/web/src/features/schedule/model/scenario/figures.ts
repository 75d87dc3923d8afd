import type { AssignmentView, OutsideWorkView } from '@millrace/contract'
import { findOverloads, loadOf } from '@millrace/core/schedule'
import { dayOf } from '../../../../platform/time-zone.ts'
import { fullestOf, percentOf } from '../load/levels.ts'
import { type PlanPool, poolOfPlan } from '../load/plan-pool.ts'
import { withOutside } from '../load/with-outside.ts'
import { spanOf } from '../outline.ts'
import { planCost } from './plan-cost.ts'
import type { Standing } from './what-if.ts'

/** How busy somebody or something is in a plan. */
export type Busy = {
  readonly name: string
  readonly workMin: number
  /** What is asked in the fullest week, in percent of what there is; null: there is none at all. */
  readonly peakPercent: number | null
}

/** What plans are compared by. */
export type Figures = {
  /** Milliseconds; null: nothing has dates. */
  readonly finishAt: number | null
  /** Null: nothing has a cost. */
  readonly costMinor: number | null
  readonly effortMin: number
  /** Stretches in which more is asked of somebody than there is, and the work beyond it. */
  readonly overloads: number
  readonly excessMin: number
  /** Items that finish after their deadline, and by how much the latest of them does. */
  readonly late: number
  readonly lateMs: number
  /** By resource; those of whom nothing is asked are left out. */
  readonly busy: ReadonlyMap<string, Busy>
}

type Around = {
  readonly told: readonly AssignmentView[]
  readonly timeZone: string
  readonly responsibleOf: Parameters<typeof poolOfPlan>[2]['responsibleOf']
  readonly outside: OutsideWorkView | undefined
}

/** The figures of a plan with its dates. */
export function figuresOf({ plan, rows }: Standing, around: Around): Figures {
  const { timeZone } = around
  const pool = withOutside(poolOfPlan(plan, rows, around), around.outside)
  const overloads = findOverloads(pool.pooled, pool.dates)
  const behind = rows.flatMap(({ deadlineAt, finishAt }) =>
    deadlineAt !== null && finishAt !== null && finishAt > deadlineAt ? [finishAt - deadlineAt] : [],
  )
  return {
    finishAt: spanOf(rows, null).finishAt,
    costMinor: planCost(plan, rows, around),
    effortMin: rows.reduce((sum, row) => sum + (row.isSummary ? 0 : (row.effortMin ?? 0)), 0),
    overloads: overloads.length,
    excessMin: overloads.reduce((sum, { excessMin }) => sum + excessMin, 0),
    late: behind.length,
    lateMs: behind.reduce((most, ms) => Math.max(most, ms), 0),
    busy: busyIn(pool, timeZone),
  }
}

const MINUTE_MS = 60_000

function busyIn(pool: PlanPool, timeZone: string): Figures['busy'] {
  const startAt = pool.dates.reduce((first, { startAt: at }) => Math.min(first, at), Number.POSITIVE_INFINITY)
  const finishAt = pool.dates.reduce((last, { finishAt: at }) => Math.max(last, at), 0)
  if (startAt >= finishAt) return new Map()
  const on = (minute: number) => dayOf(minute * MINUTE_MS, timeZone)
  const span = { fromOn: on(startAt), toOn: on(finishAt - 1), by: 'week' } as const // A length of time.
  const names = new Map(pool.resources.map(({ id, name }) => [id, name]))
  return new Map(
    loadOf(pool.pooled, pool.dates, span).flatMap(({ resourceId, buckets }) => {
      const fullest = fullestOf(buckets)
      const name = names.get(resourceId)
      if (!fullest || name === undefined) return []
      const workMin = buckets.reduce((sum, bucket) => sum + bucket.workMin, 0)
      return [[resourceId, { name, workMin, peakPercent: percentOf(fullest) }] as const] // A pair.
    }),
  )
}
