import { compileCalendars, type WorkingCalendar } from '@millrace/core/calendar'
import { addDays, dayNumber, plainDate } from '@millrace/core/kernel'
import { dayStart, isoDay, offsetsBetween } from '../../../platform/time-zone.ts'

const DAY_MS = 86_400_000
const DAY_MIN = 1440
const MINUTE_MS = 60_000

/** The days of a plan: of its moments, and how many of them are worked. */
export type PlanDays = {
  /** The calendar day of a moment, where the organisation is. */
  readonly dayAt: (moment: number) => string
  /** The last day that something ends on: what ends at midnight ends the day before. */
  readonly lastDayOf: (finishAt: number) => string
  /** Working days from one day to before another, by a calendar; negative when the other is earlier. */
  readonly workDays: (from: string, to: string, calendarId: string | null) => number
  /** The last of so many working days from a day on, which counts when it is worked. */
  readonly lastOf: (from: string, count: number, calendarId: string | null) => string
  /** The moment at which a day begins. */
  readonly startOf: (day: string) => number
}

type Around = {
  readonly calendars: readonly WorkingCalendar[]
  /** Of whatever has none of its own. */
  readonly calendarId: string
  readonly timeZone: string
}

/** What is planned anew may end later than all that is planned: so many days are known beyond it. */
const AHEAD_DAYS = 1_000

/** Knows the days around the given moments; far beyond them nothing is worked. */
export function planDays(
  moments: readonly number[],
  { calendars, calendarId: ordinary, timeZone }: Around,
): PlanDays {
  const [first, last] = endsOf(moments)
  const offsetAt = offsetsBetween(timeZone, first - 2 * DAY_MS, last + AHEAD_DAYS * DAY_MS)
  const dayAt = (moment: number) => isoDay(moment + offsetAt(moment))
  const lines = compileCalendars(calendars, first / MINUTE_MS)
  const known = new Map<string, readonly number[]>()
  const workedBy = (calendarId: string): readonly number[] => {
    const days = known.get(calendarId) ?? workedDays(lines, { calendarId, first, last, offsetAt })
    known.set(calendarId, days)
    return days
  }
  const daysOf = (calendarId: string | null) =>
    workedBy(calendarId !== null && lines.has(calendarId) ? calendarId : ordinary)
  return {
    dayAt,
    lastDayOf: (finishAt) => dayAt(finishAt - 1),
    workDays: (from, to, calendarId) => {
      const days = daysOf(calendarId)
      return countBefore(days, dayNumber(to) ?? 0) - countBefore(days, dayNumber(from) ?? 0)
    },
    lastOf: (from, count, calendarId) => {
      const days = daysOf(calendarId)
      const last = days[countBefore(days, dayNumber(from) ?? 0) + count - 1]
      return last === undefined ? addDays(from, count - 1) : plainDate(last)
    },
    startOf: (day) => dayStart(day, timeZone),
  }
}

function endsOf(moments: readonly number[]): readonly [first: number, last: number] {
  let [first, last] = [moments[0] ?? 0, moments[0] ?? 0]
  for (const moment of moments) {
    if (moment < first) first = moment
    if (moment > last) last = moment
  }
  return [first, last]
}

type Span = {
  readonly calendarId: string
  readonly first: number
  readonly last: number
  readonly offsetAt: (moment: number) => number
}

/** Numbers of the days on which something is worked. A night shift belongs to both of its days. */
function workedDays(
  lines: ReturnType<typeof compileCalendars>,
  { calendarId, first, last, offsetAt }: Span,
): readonly number[] {
  const spans = lines
    .get(calendarId)
    ?.spansBetween(first / MINUTE_MS - 2 * DAY_MIN, last / MINUTE_MS + AHEAD_DAYS * DAY_MIN)
  const days: number[] = []
  const numberAt = (minute: number) => {
    const moment = minute * MINUTE_MS
    return Math.floor((moment + offsetAt(moment)) / DAY_MS)
  }
  spans?.starts.forEach((start, index) => {
    const to = numberAt((spans.ends[index] ?? start) - 1)
    for (let day = numberAt(start); day <= to; day += 1) if (days.at(-1) !== day) days.push(day)
  })
  return days
}

/** How many of the sorted days lie before one. */
function countBefore(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}
