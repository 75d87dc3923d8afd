import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { keepsDates, type PlanPatch, type ProjectPlan, workingMinutes } from '@millrace/core/schedule'
import { dayOf, dayStart } from '../../../platform/time-zone.ts'

/** What of a bar is moved: all of it, or its end. */
export type ShiftEnd = 'both' | 'finish'
/** By whole days; `isStep`: by a day that is worked, as the keys do it. */
export type Shift = { readonly days: number; readonly end: ShiftEnd; readonly isStep?: boolean }

/** Whether people may move a bar: nobody moves what has happened, nor what follows from what is below. */
export function canShift(row: PlanRowView, isScheduled: boolean): boolean {
  if (row.isSummary || row.isDone || row.startAt === null || row.finishAt === null) return false
  return keepsDates(row) || (isScheduled && !row.isHammock)
}

/** The least that a bar is left: half an hour. */
const SHORTEST_MIN = 30
/** No holidays are longer. */
const FREE_DAYS_MAX = 60

type Ground = Pick<ProjectPlan, 'calendars' | 'settings' | 'timeZone'>

/**
 * What is said about the time of a row when its bar is moved: what is planned by hand gets other dates;
 * what follows its links begins no earlier than where it was put, or takes as long as up to where its end
 * was put. Work that has begun does not move, only its end.
 */
export function shiftOf(row: PlanRowView, shift: Shift, ground: Ground): PlanPatch | null {
  const { startAt, finishAt } = row
  const { days, end } = shift
  if (startAt === null || finishAt === null || days === 0) return null
  if (keepsDates(row)) {
    const move = (moment: number) => movedBy(moment, days, ground.timeZone)
    return end === 'both'
      ? { startAt: move(startAt), finishAt: move(finishAt) }
      : { finishAt: Math.max(move(finishAt), startAt) }
  }
  if (end === 'finish') return { durationMin: Math.max(SHORTEST_MIN, lengthOf(row, shift, ground)) }
  if (row.actualStartAt !== null) return null
  return { constraintKind: 'SNET', constraintAt: startOf(row, shift, ground) }
}

/** How long it takes when its end is where it was put. */
function lengthOf(row: PlanRowView, { days, isStep }: Shift, ground: Ground): number {
  const span = { from: row.startAt ?? 0, to: row.finishAt ?? 0 }
  const minutes = ({ from, to }: typeof span) =>
    row.isElapsed ? Math.round((to - from) / 60_000) : workingMinutes(ground, row.calendarId, { from, to })
  if (isStep === true) return minutes(span) + days * (row.isElapsed ? 1440 : 480)
  return minutes({ ...span, to: movedBy(span.to, days, ground.timeZone) })
}

/** Where it begins: a step back goes on until there is work between. */
function startOf(row: PlanRowView, { days, isStep }: Shift, ground: Ground): number {
  const startAt = row.startAt ?? 0
  let moved = movedBy(startAt, days, ground.timeZone)
  if (isStep !== true || days > 0) return moved
  for (let more = 1; more < FREE_DAYS_MAX; more += 1) {
    if (workingMinutes(ground, row.calendarId, { from: moved, to: startAt }) > 0) return moved
    moved = movedBy(startAt, days - more, ground.timeZone)
  }
  return moved
}

/** The same time of day, some days on. */
function movedBy(moment: number, days: number, timeZone: string): number {
  const day = dayOf(moment, timeZone)
  return dayStart(addDays(day, days), timeZone) + moment - dayStart(day, timeZone)
}
