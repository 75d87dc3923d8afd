import type { Id, Instant } from '../kernel/index.ts'
import type { Split } from './network/splits.ts'
import type { PlanRow } from './plan-rows.ts'

/** What a baseline remembers of one item. */
export type BaselineItem = {
  readonly itemId: Id<'WorkItem'>
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly durationMin: number | null
  readonly effortMin: number | null
  readonly costMinor: number | null
  /** Gaps in its work as they were planned. */
  readonly splits: readonly Split[]
}

/** A row with what a baseline keeps besides its dates. */
export type MeasuredRow = PlanRow & Pick<BaselineItem, 'durationMin' | 'effortMin' | 'costMinor' | 'splits'>

/**
 * Takes down a plan as it is: every row, also those without dates, so that later it can be told what
 * was added. A baseline is never changed; a new one gets the next number.
 *
 * @see PMI, Practice Standard for Scheduling: re-baselining keeps the old baseline
 */
export function snapshotBaseline(rows: readonly MeasuredRow[]): readonly BaselineItem[] {
  return rows.map(({ itemId, startAt, finishAt, durationMin, effortMin, costMinor, splits }) => ({
    itemId,
    startAt,
    finishAt,
    durationMin,
    effortMin,
    costMinor,
    splits,
  }))
}
