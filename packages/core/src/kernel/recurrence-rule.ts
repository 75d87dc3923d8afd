import { addDays, dayNumber, isPlainDate, type PlainDate, plainDate } from './time.ts'
import { unreachable } from './unreachable.ts'

/** A day of the week, 1 (Monday) to 7, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * When something is to be done again. All but the last go by the schedule, whenever the last one was done;
 * `afterDone` counts from the day on which it was.
 *
 * A day that a month does not have is its last one.
 */
export type RecurrenceRule =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly Weekday[] }
  | { readonly kind: 'monthlyDay'; readonly every: number; readonly day: number }
  | {
      readonly kind: 'monthlyWeekday'
      readonly every: number
      /** Which of its kind in the month; -1: the last. */
      readonly nth: 1 | 2 | 3 | 4 | -1
      readonly weekday: Weekday
    }
  | { readonly kind: 'yearly'; readonly every: number; readonly month: number; readonly day: number }
  | { readonly kind: 'afterDone'; readonly every: number; readonly unit: 'day' | 'week' | 'month' }

/** Longest distance between two repetitions, in the unit of the rule: a year of days. */
export const EVERY_MAX = 366

/** What a schedule is counted from, and on which day weeks begin. */
export type RecurrenceFrame = {
  /** The day of the first repetition: every other, third… is counted from here. */
  readonly anchorOn: PlainDate
  /** 1 (Monday) to 7. */
  readonly weekStart: number
}

/**
 * The first day of the schedule behind a day. Counts in periods, never day by day: a rule costs the same
 * however far it has come.
 *
 * @returns null behind 2200-12-31, where plans end
 */
export function nextDay(rule: RecurrenceRule, after: PlainDate, frame: RecurrenceFrame): PlainDate | null {
  const day = findNext(rule, after, frame)
  return isPlainDate(day) ? day : null
}

function findNext(rule: RecurrenceRule, after: PlainDate, frame: RecurrenceFrame): PlainDate {
  switch (rule.kind) {
    case 'daily':
      return nextByDays(rule.every, after, frame.anchorOn)
    case 'weekly':
      return nextByWeeks(rule, after, frame)
    case 'monthlyDay':
      return nextByMonths(rule.every, after, { frame, dayIn: (month) => dayInMonth(month, rule.day) })
    case 'monthlyWeekday':
      return nextByMonths(rule.every, after, { frame, dayIn: (month) => nthWeekday(month, rule) })
    case 'yearly': {
      const anchorOn = `${frame.anchorOn.slice(0, 4)}-${two(rule.month)}-01`
      const dayIn = (month: number) => dayInMonth(month, rule.day)
      return nextByMonths(rule.every * 12, after, { frame: { ...frame, anchorOn }, dayIn })
    }
    case 'afterDone':
      return daysLater(rule, after)
    default:
      return unreachable(rule)
  }
}

function nextByDays(every: number, after: PlainDate, anchorOn: PlainDate): PlainDate {
  const periods = Math.floor((number(after) - number(anchorOn)) / every) + 1
  return addDays(anchorOn, Math.max(0, periods) * every)
}

function nextByWeeks(
  { every, weekdays }: Extract<RecurrenceRule, { kind: 'weekly' }>,
  after: PlainDate,
  { anchorOn, weekStart }: RecurrenceFrame,
): PlainDate {
  const first = number(anchorOn) - ((weekdayOf(anchorOn) - weekStart + 7) % 7)
  const period = every * 7
  const current = Math.max(0, Math.floor((number(after) - first) / period))
  const offsets = weekdays.map((weekday) => (weekday - weekStart + 7) % 7).toSorted((a, b) => a - b)
  const days = [current, current + 1].flatMap((at) => offsets.map((offset) => first + at * period + offset))
  const earliest = Math.max(number(after), number(anchorOn) - 1)
  const found = days.find((day) => day > earliest)
  // In the first week every day may lie before the anchor: then it is in the period behind the next.
  return plainDate(found ?? first + (current + 2) * period + (offsets[0] ?? 0))
}

function nextByMonths(
  every: number,
  after: PlainDate,
  { frame, dayIn }: { readonly frame: RecurrenceFrame; readonly dayIn: (month: number) => PlainDate },
): PlainDate {
  const anchor = monthNumber(frame.anchorOn)
  const current = Math.max(0, Math.floor((monthNumber(after) - anchor) / every))
  const earliest = [after, addDays(frame.anchorOn, -1)].toSorted()[1] ?? after
  const days = [current, current + 1, current + 2].map((at) => dayIn(anchor + at * every))
  return days.find((day) => day > earliest) ?? dayIn(anchor + (current + 3) * every)
}

function daysLater(
  { every, unit }: Extract<RecurrenceRule, { kind: 'afterDone' }>,
  doneOn: PlainDate,
): PlainDate {
  if (unit !== 'month') return addDays(doneOn, every * (unit === 'week' ? 7 : 1))
  return dayInMonth(monthNumber(doneOn) + every, Number(doneOn.slice(8)))
}

/** The weekday of a day, 1 (Monday) to 7. 1970-01-01 was a Thursday. */
export function weekdayOf(day: PlainDate): Weekday {
  const weekday = ((((number(day) + 3) % 7) + 7) % 7) + 1
  return weekday as Weekday // A remainder of seven, and one.
}

/** Months since year 0. */
function monthNumber(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function dayInMonth(month: number, day: number): PlainDate {
  return onDay(month, Math.min(day, daysIn(month)))
}

function nthWeekday(
  month: number,
  { nth, weekday }: Extract<RecurrenceRule, { kind: 'monthlyWeekday' }>,
): PlainDate {
  const toFirst = (weekday - weekdayOf(onDay(month, 1)) + 7) % 7
  if (nth !== -1) return onDay(month, 1 + toFirst + (nth - 1) * 7)
  const days = daysIn(month)
  return onDay(month, days - ((days - 1 - toFirst) % 7))
}

function daysIn(month: number): number {
  return number(onDay(month + 1, 1)) - number(onDay(month, 1))
}

function onDay(month: number, day: number): PlainDate {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(day)}`
}

const two = (value: number) => String(value).padStart(2, '0')

function number(day: PlainDate): number {
  const at = dayNumber(day)
  if (at === undefined) throw new RangeError(`not a calendar day: ${day}`)
  return at
}
