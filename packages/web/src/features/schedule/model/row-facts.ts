import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import type { PlanDays } from './plan-days.ts'

const DAY_MIN = 480
const ELAPSED_DAY_MIN = 1440

/** First and last day of a row; null while it has no dates. */
export function spanDays(
  { startAt, finishAt }: Pick<PlanRowView, 'startAt' | 'finishAt'>,
  days: PlanDays,
): { readonly from: string; readonly to: string } | null {
  if (startAt === null || finishAt === null) return null
  const from = days.dayAt(startAt)
  const last = days.lastDayOf(finishAt)
  return { from, to: last < from ? from : last }
}

type Measured = Pick<
  PlanRowView,
  'startAt' | 'finishAt' | 'durationMin' | 'isElapsed' | 'calendarId' | 'isMilestone'
>

/** How many days a row takes: as it was planned, else the worked ones of its dates. */
export function workDaysOf(row: Measured, days: PlanDays): number | null {
  if (row.durationMin !== null) return row.durationMin / (row.isElapsed ? ELAPSED_DAY_MIN : DAY_MIN)
  return lengthDays(row, days)
}

/** The worked days of a row’s dates. */
export function lengthDays(row: Omit<Measured, 'durationMin' | 'isElapsed'>, days: PlanDays): number | null {
  if (row.isMilestone) return 0
  const span = spanDays(row, days)
  return span && days.workDays(span.from, addDays(span.to, 1), row.calendarId)
}

/** By how many working days a row may slip; null: the plan is not calculated. */
export function floatDaysOf({ totalFloatMin }: Pick<PlanRowView, 'totalFloatMin'>): number | null {
  return totalFloatMin === null ? null : totalFloatMin / DAY_MIN
}

/** Float in days as it is written in a plan: `2.5`, `0`, `-1`. */
export function floatWords(minutes: number): string {
  const days = minutes / DAY_MIN
  // Tenths say nothing of many days.
  return String(Math.abs(days) < 10 ? Math.round(days * 10) / 10 : Math.round(days))
}

const DAY_MS = 86_400_000

/** By how many calendar days something moves, with its sign: `+3`, `-0.5`. */
export function signedDays(ms: number): string {
  const days = Math.round((ms / DAY_MS) * 10) / 10
  return days > 0 ? `+${String(days)}` : String(days)
}
