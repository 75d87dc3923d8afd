import type { PlanRowView, PlanView } from '@millrace/contract'
import type { BaselineItem, Package } from '@millrace/core/schedule'

/** A plan on its way into a file. */
export type ExportedPlan = {
  readonly name: string
  readonly view: PlanView
  /** What its oldest baselines and the newest remember, oldest first; also of items that are on the plan no more. */
  readonly baselines: readonly (readonly BaselineItem[])[]
  /** What is said of items as ranges, by item. */
  readonly packages: ReadonlyMap<string, Package>
  /** Where moments are told as the clock on the wall shows them. */
  readonly timeZone: string
  readonly currency: string
  /** Where items are found: `https://work.example.org/o/acme/i/`. */
  readonly itemsUrl: string
}

/** A row that has a place in time. */
export type DatedRow = PlanRowView & { readonly startAt: number; readonly finishAt: number }

/** Rows with dates; one of the two alone stands for both. */
export function datedRows({ rows }: PlanView): readonly DatedRow[] {
  return rows.flatMap((row) => {
    const [startAt, finishAt] = [row.startAt ?? row.finishAt, row.finishAt ?? row.startAt]
    return startAt === null || finishAt === null
      ? []
      : [{ ...row, startAt, finishAt: Math.max(startAt, finishAt) }]
  })
}
