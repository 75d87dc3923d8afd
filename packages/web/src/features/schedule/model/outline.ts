import type { PlanRowView } from '@millrace/contract'

/** The rows that are seen: those without a folded parent, in outline order. */
export function shownRows(rows: readonly PlanRowView[], folded: ReadonlySet<string>): readonly PlanRowView[] {
  const hidden = new Set<string>()
  const shown: PlanRowView[] = []
  for (const row of rows) {
    const isHidden = row.parentId !== null && (hidden.has(row.parentId) || folded.has(row.parentId))
    if (isHidden) hidden.add(row.itemId)
    else shown.push(row)
  }
  return shown
}

/** The span of a whole plan, and by how many days it ends later than a baseline. Negative: earlier. */
export type PlanSpan = {
  readonly startAt: number | null
  readonly finishAt: number | null
  readonly slipDays: number | null
}

/** First start, last finish, and the slip against the finishes that the baseline remembers. */
export function spanOf(
  rows: readonly PlanRowView[],
  baseline: readonly { readonly finishAt: number | null }[] | null,
): PlanSpan {
  const startAt = extreme(
    rows.map((row) => row.startAt),
    Math.min,
  )
  const finishAt = extreme(
    rows.map((row) => row.finishAt),
    Math.max,
  )
  const before =
    baseline === null
      ? null
      : extreme(
          baseline.map((row) => row.finishAt),
          Math.max,
        )
  const slipDays = finishAt === null || before === null ? null : Math.round((finishAt - before) / 86_400_000)
  return { startAt, finishAt, slipDays }
}

function extreme(values: readonly (number | null)[], pick: (a: number, b: number) => number): number | null {
  let found: number | null = null
  for (const value of values) if (value !== null) found = found === null ? value : pick(found, value)
  return found
}
