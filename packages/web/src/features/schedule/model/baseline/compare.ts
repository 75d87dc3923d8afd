import type { PlanRowView, PlanView } from '@millrace/contract'
import { type PlanDays } from '../plan-days.ts'
import { lengthDays, spanDays, workDaysOf } from '../row-facts.ts'

type BaselineRow = NonNullable<PlanView['baseline']>['rows'][number]

/** A value then and now, with the difference where there are both. */
export type Change<Value> = {
  readonly was: Value | null
  readonly is: Value | null
  /** Later, longer, more: positive. */
  readonly by: number | null
}

/** What became of a row since a baseline was taken. Differences of days are working days. */
export type Comparison = {
  readonly row: PlanRowView
  readonly kind: 'added' | 'moved' | 'same'
  readonly start: Change<string>
  readonly finish: Change<string>
  readonly days: Change<number>
  readonly effortMin: Change<number>
  readonly costMinor: Change<number>
}

/** Every row beside what a baseline remembers of it, in outline order. */
export function compare(
  rows: readonly PlanRowView[],
  before: readonly BaselineRow[],
  days: PlanDays,
): readonly Comparison[] {
  const beforeOf = new Map(before.map((row) => [row.itemId, row]))
  return rows.map((row) => compareRow(row, beforeOf.get(row.itemId), days))
}

/** How many rows of a baseline are not in the plan any more. */
export function countGone(rows: readonly PlanRowView[], before: readonly BaselineRow[]): number {
  const known = new Set(rows.map((row) => row.itemId))
  return before.filter((row) => !known.has(row.itemId)).length
}

function compareRow(row: PlanRowView, before: BaselineRow | undefined, days: PlanDays): Comparison {
  const is = spanDays(row, days)
  if (before === undefined) {
    return {
      row,
      kind: 'added',
      ...changes(NOTHING, { ...row, span: is, days: workDaysOf(row, days) }, noDays),
    }
  }
  const was = { ...before, span: spanDays(before, days), days: lengthThen(row, before, days) }
  const between = (from: string, to: string) => days.workDays(from, to, row.calendarId)
  const found = changes(was, { ...row, span: is, days: workDaysOf(row, days) }, between)
  const isMoved = Object.values(found).some((change) => change.was !== change.is)
  return { row, kind: isMoved ? 'moved' : 'same', ...found }
}

/** What is compared of a row. */
type Figures = Pick<BaselineRow, 'effortMin' | 'costMinor'> & {
  readonly span: { readonly from: string; readonly to: string } | null
  readonly days: number | null
}

const NOTHING: Figures = { span: null, days: null, effortMin: null, costMinor: null }
const noDays = () => 0

function changes(was: Figures, is: Figures, between: (from: string, to: string) => number) {
  return {
    start: dayChange(was.span?.from, is.span?.from, between),
    finish: dayChange(was.span?.to, is.span?.to, between),
    days: numberChange(was.days, is.days),
    effortMin: numberChange(was.effortMin, is.effortMin),
    costMinor: numberChange(was.costMinor, is.costMinor),
  }
}

/** A baseline keeps no calendar and no kind: those of the row as it is now are taken. */
function lengthThen(row: PlanRowView, { durationMin, ...dates }: BaselineRow, days: PlanDays): number | null {
  // What was planned without a duration is compared by its dates with what has one now, and the other way round.
  if (durationMin === null || row.durationMin === null) return lengthDays({ ...row, ...dates }, days)
  return workDaysOf({ ...row, ...dates, durationMin }, days)
}

function dayChange(
  was: string | undefined,
  is: string | undefined,
  between: (from: string, to: string) => number,
): Change<string> {
  const by = was === undefined || is === undefined ? null : between(was, is)
  return { was: was ?? null, is: is ?? null, by }
}

function numberChange(was: number | null, is: number | null): Change<number> {
  return { was, is, by: was === null || is === null ? null : is - was }
}
