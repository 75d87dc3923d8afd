import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { type PlanPatch, type ProjectPlan, workingMinutes } from '@millrace/core/schedule'
import { dayOf, dayStart } from '../../../platform/time-zone.ts'

/** What of a bar is moved: all of it, or its end. */
export type ShiftEnd = 'both' | 'finish'
/** By whole days. */
export type Shift = { readonly days: number; readonly end: ShiftEnd }

/** Whether people may move a bar: nobody moves what has happened, nor what follows from what is below. */
export function canShift(row: PlanRowView, isScheduled: boolean): boolean {
  if (row.isSummary || row.isDone || row.startAt === null || row.finishAt === null) return false
  return row.datesFrom === 'item' || isScheduled || row.isManual
}

/** The least that a bar is left: half an hour. */
const SHORTEST_MIN = 30

/**
 * What is said about the time of a row when its bar is moved: what is planned by hand gets other dates;
 * what follows its links begins no earlier than where it was put, or takes as long as up to where its end
 * was put. Work that has begun does not move, only its end.
 */
export function shiftOf(
  row: PlanRowView,
  { days, end }: Shift,
  ground: Pick<ProjectPlan, 'calendars' | 'settings' | 'timeZone'>,
): PlanPatch | null {
  const { startAt, finishAt } = row
  if (startAt === null || finishAt === null || days === 0) return null
  const move = (moment: number) => movedBy(moment, days, ground.timeZone)
  if (row.isManual || row.datesFrom === 'item') {
    return end === 'both'
      ? { startAt: move(startAt), finishAt: move(finishAt) }
      : { finishAt: Math.max(move(finishAt), startAt) }
  }
  if (end === 'both') {
    return row.actualStartAt === null ? { constraintKind: 'SNET', constraintAt: move(startAt) } : null
  }
  const span = { from: startAt, to: move(finishAt) }
  const workMin = row.isElapsed
    ? Math.round((span.to - span.from) / 60_000)
    : workingMinutes(ground, row.calendarId, span)
  return { durationMin: Math.max(SHORTEST_MIN, workMin) }
}

/** The same time of day, some days on. */
function movedBy(moment: number, days: number, timeZone: string): number {
  const day = dayOf(moment, timeZone)
  return dayStart(addDays(day, days), timeZone) + moment - dayStart(day, timeZone)
}
