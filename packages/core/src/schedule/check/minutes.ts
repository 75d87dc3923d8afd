import { type Minute, type Shift, type WorkingCalendar } from '../../calendar/index.ts'
import { plainDate } from '../../kernel/index.ts'

const DAY = 1440
const QUARTER = 15
/** Two years: as for calendars that never meet. */
const IDLE_MAX = 730 * DAY

/** Whether a calendar works in the minute that begins at a moment. */
export type WorksAt = (at: Minute) => boolean

/**
 * Looks at single minutes of a calendar: what the clock on the wall shows, and whether a shift of that
 * day, or the night shift of the day before, covers it. Slow and obvious on purpose: it shares nothing
 * with the number lines that plans are calculated on.
 */
export function minutesOf(calendar: WorkingCalendar, all: readonly WorkingCalendar[]): WorksAt {
  const offsetAt = offsets(calendar.timeZone)
  const known = new Map<number, readonly Shift[]>()
  const shiftsOf = (day: number) => {
    const shifts = known.get(day) ?? shiftsOn(calendar, all, day)
    known.set(day, shifts)
    return shifts
  }
  return (at) => {
    const wall = at + offsetAt(at)
    const day = Math.floor(wall / DAY)
    const minute = wall - day * DAY
    const covers = ({ from, to }: Shift, now: number) => from <= now && now < to
    return (
      shiftsOf(day).some((shift) => covers(shift, minute)) ||
      shiftsOf(day - 1).some((shift) => covers(shift, minute + DAY))
    )
  }
}

/**
 * The first moment so many working minutes after another; before it, when they are negative. Where a calendar does
 * not work for two years, it ends there.
 */
export function walk(works: WorksAt, from: number, minutes: number): number {
  if (minutes >= 0) return walkOn(works, from, minutes)
  // Backwards, the moment before which so many lie, and before that no more pause.
  return -walkOn((at) => works(-at - 1), -from, 1 - minutes) + 1
}

function walkOn(works: WorksAt, from: number, minutes: number): number {
  let at = from
  let left = minutes
  for (let idle = 0; left > 0 && idle < IDLE_MAX; at += 1) {
    if (works(at)) [left, idle] = [left - 1, 0]
    else idle += 1
  }
  return at
}

function shiftsOn(calendar: WorkingCalendar, all: readonly WorkingCalendar[], day: number): readonly Shift[] {
  const date = plainDate(day)
  const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7
  const exception = calendar.exceptions.findLast(({ from, to }) => from <= date && date <= to)
  if (exception) return exception.shifts
  const period = calendar.periods.findLast(({ from, to }) => from <= date && date <= to)
  const own = period?.week[weekday] ?? calendar.week[weekday]
  if (own) return own
  const base = all.find((one) => one.id === calendar.baseId)
  return base ? shiftsOn(base, all, day) : []
}

/** What the clock on the wall shows, in minutes since 1970. */
export function wallClock(timeZone: string): (at: Minute) => number {
  const offsetAt = offsets(timeZone)
  return (at) => at + offsetAt(at)
}

/** Minutes that a zone is ahead of UTC. Clocks change at quarters of an hour. */
function offsets(timeZone: string): (at: Minute) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const known = new Map<number, number>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER)
    const start = quarter * QUARTER
    const offset =
      known.get(quarter) ?? Date.parse(`${format.format(start * 60_000).replace(' ', 'T')}Z`) / 60_000 - start
    known.set(quarter, offset)
    return offset
  }
}
