import { dayStarts } from '../calendar/index.ts'
import type { Instant } from '../kernel/index.ts'
import type { PlanPatch } from './project-plan/change-plan-fields.ts'
import { keepsDates, type ProjectPlan, type ProjectRow } from './project-plan/project-plan.ts'
import { workingMinutes } from './project-plan/to-plan-input.ts'

/** What of a bar is moved: all of it, or its end. */
export type ShiftEnd = 'both' | 'finish'
/** By whole days; `isStep`: by a day that is worked, as the keys do it. */
export type Shift = { readonly days: number; readonly end: ShiftEnd; readonly isStep?: boolean }

/** What of a row tells whether and how it moves. */
export type ShiftableRow = Pick<
  ProjectRow,
  | 'isSummary'
  | 'isDone'
  | 'isHammock'
  | 'isManual'
  | 'isElapsed'
  | 'datesFrom'
  | 'startAt'
  | 'finishAt'
  | 'actualStartAt'
  | 'calendarId'
>

/** Why nobody can move a bar. */
export type FixedReason = 'summary' | 'done' | 'undated' | 'hammock' | 'kept'

/**
 * Why people may not move a bar: nobody moves what has happened, nor what follows from what is below, or from what
 * it is linked to, nor what a plan without calculation keeps. Null: they may.
 */
export function whyFixed(
  row: Omit<ShiftableRow, 'isElapsed' | 'calendarId' | 'actualStartAt'>,
  isScheduled: boolean,
): FixedReason | null {
  if (row.isSummary) return 'summary'
  if (row.isDone) return 'done'
  if (row.startAt === null || row.finishAt === null) return 'undated'
  if (keepsDates(row)) return null
  if (!isScheduled) return 'kept'
  return row.isHammock ? 'hammock' : null
}

/** The least that a bar is left: half an hour. */
const SHORTEST_MIN = 30
/** No holidays are longer. */
const FREE_DAYS_MAX = 60

/** By which calendars rows are worked. */
export type ShiftGround = Pick<ProjectPlan, 'calendars' | 'settings' | 'timeZone'>

/**
 * What is said about the time of a row when its bar is moved: what is planned by hand gets other dates;
 * what follows its links begins no earlier than where it was put, or takes as long as up to where its end
 * was put. Work that has begun does not move, only its end.
 */
export function shiftOf(row: ShiftableRow, shift: Shift, ground: ShiftGround): PlanPatch | null {
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
function lengthOf(row: ShiftableRow, { days, isStep }: Shift, ground: ShiftGround): number {
  const span = { from: row.startAt ?? 0, to: row.finishAt ?? 0 }
  const minutes = ({ from, to }: typeof span) =>
    row.isElapsed ? Math.round((to - from) / 60_000) : workingMinutes(ground, row.calendarId, { from, to })
  if (isStep === true) return minutes(span) + days * (row.isElapsed ? 1440 : 480)
  return minutes({ ...span, to: movedBy(span.to, days, ground.timeZone) })
}

/** Where it begins: a step back goes on until there is work between. */
function startOf(row: ShiftableRow, { days, isStep }: Shift, ground: ShiftGround): number {
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
function movedBy(moment: Instant, days: number, timeZone: string): Instant {
  const near = Math.floor(moment / DAY_MS)
  const [first, last] = [Math.min(near - 1, near + days - 1), Math.max(near + 1, near + days + 1)]
  const starts = dayStarts(timeZone, first, last + 1)
  const startOf = (day: number) => (starts[day - first] ?? 0) * MINUTE_MS
  const day = [near + 1, near, near - 1].find((each) => startOf(each) <= moment) ?? near
  return startOf(day + days) + moment - startOf(day)
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
