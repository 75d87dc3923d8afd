import type { PlanRowView, PlanView } from '@millrace/contract'

type BaselineRow = NonNullable<PlanView['baseline']>['rows'][number]

/** The rows of a plan as a baseline remembers them; what it does not know is left out. */
export function rowsThen(
  rows: readonly PlanRowView[],
  remembered: readonly BaselineRow[],
): readonly PlanRowView[] {
  const then = new Map(remembered.map((row) => [row.itemId, row]))
  return rows.flatMap((row) => {
    const known = then.get(row.itemId)
    return known ? [{ ...row, ...known }] : []
  })
}
