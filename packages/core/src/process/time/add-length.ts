import type { WallClock, WorkingClock } from '../../calendar/index.ts'
import { dayNumber, type Instant, plainDate } from '../../kernel/index.ts'
import type { Length } from './written-length.ts'
import { msOf } from './written-moment.ts'

const DAY_MIN = 1440
const MS = 60_000
/** Days since 1970 between which there are calendars: 1900 and a little more than 2200. */
const [FIRST_DAY, LAST_DAY] = [-25_567, 84_735]

/** In which time is counted: by the wall of a place, or in the working time of a calendar. */
export type Counting = { readonly wall: WallClock; readonly working: WorkingClock | null }

/**
 * A length after a moment. Years, months, weeks and days keep the time of day that the wall shows, also where clocks
 * change in between; hours and less are exact. Months end on their last day. In working time days are working days and
 * hours working hours; years, months and weeks lead to a day, and on to the next working time.
 *
 * @param counting `times`: so often, counted from the moment, so that the 31st comes again after a short month
 */
export function addLength(
  from: Instant,
  length: Length,
  { wall, working, times = 1 }: Counting & { readonly times?: number },
): Instant {
  if (working === null) return addClock(from, length, { wall, times: length.isNegative ? -times : times })
  if (length.isNegative) return from
  const start = addClock(from, { ...length, days: 0, ms: 0 }, { wall: working.wall, times }) / MS
  const later = length.days > 0 ? working.addDays(start, length.days * times) : start
  const end = working.addMinutes(later, (length.ms * times) / MS)
  return msOf(length.months + length.weeks > 0 ? working.nextStart(end) : end)
}

function addClock(
  from: Instant,
  { months, weeks, days, ms }: Length,
  { wall, times }: { readonly wall: WallClock; readonly times: number },
): Instant {
  if (months + weeks + days === 0) return from + ms * times
  const shown = wall.wallOf(from / MS)
  const day = Math.floor(shown / DAY_MIN)
  const later = monthsLater(day, months * times) + (weeks * 7 + days) * times
  if (later < FIRST_DAY) return Number.NEGATIVE_INFINITY
  if (!(later <= LAST_DAY)) return Number.POSITIVE_INFINITY
  return msOf(wall.momentOf(later * DAY_MIN + shown - day * DAY_MIN)) + ms * times
}

/** Days since 1970 of the same day so many months later, or of the last one that month has. */
function monthsLater(day: number, months: number): number {
  if (months === 0) return day
  const date = plainDate(day)
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  if (month < 0) return Number.NEGATIVE_INFINITY
  return Math.min(firstOf(month) + Number(date.slice(8)), firstOf(month + 1)) - 1
}

function firstOf(month: number): number {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1]
  const date = `${String(year).padStart(4, '0')}-${String(of).padStart(2, '0')}-01`
  return dayNumber(date) ?? Number.POSITIVE_INFINITY
}
