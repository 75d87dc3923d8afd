import { dayNumber, type PlainDate, plainDate } from '@millrace/core/kernel'
import type { MspdiCalendarException, MspdiMonthPosition, MspdiRecurrence } from './calendar.ts'

/** Longer exceptions than this are cut: about 27 years of single days. */
const MOST_DAYS = 10_000
const WEEK = 7

/**
 * The days on which a calendar exception holds, in order, at most `limit` (10,000 unless given).
 *
 * Repetition counts from the first day of the range: weeks from the Sunday on or before it, months
 * from its month. A day beyond the end of a month means its last day.
 *
 * @see Microsoft Project XML Data Interchange Schema, `Calendar/Exceptions/Exception`
 */
export function mspdiExceptionDays(
  exception: MspdiCalendarException,
  limit = MOST_DAYS,
): readonly PlainDate[] {
  const from = dayNumber(exception.from)
  const to = dayNumber(exception.to)
  if (from === undefined || to === undefined) return []
  const days: PlainDate[] = []
  const most = Math.min(limit, exception.occurrences ?? limit)
  for (const day of candidates(exception.recurrence, from)) {
    if (day > to || days.length >= most) break
    if (day >= from) days.push(plainDate(day))
  }
  return days
}

/** Day numbers in rising order, without end; some may lie before the range. */
function candidates(recurrence: MspdiRecurrence, from: number): Iterable<number> {
  switch (recurrence.kind) {
    case 'every-day':
      return every(from, 1)
    case 'daily':
      return every(from, recurrence.everyDays)
    case 'weekly':
      return weekly(recurrence, from)
    case 'monthly-on-day':
      return monthly(from, recurrence.everyMonths, (year, month) => onDay(year, month, recurrence.day))
    case 'monthly-on-weekday':
      return monthly(from, recurrence.everyMonths, (year, month) => onPosition(year, month, recurrence.on))
    case 'yearly-on-day':
      return yearly(from, recurrence.month, (year, month) => onDay(year, month, recurrence.day))
    case 'yearly-on-weekday':
      return yearly(from, recurrence.month, (year, month) => onPosition(year, month, recurrence.on))
  }
}

function* every(from: number, step: number): Generator<number> {
  for (let day = from; ; day += step) yield day
}

function* weekly(
  recurrence: Extract<MspdiRecurrence, { readonly kind: 'weekly' }>,
  from: number,
): Generator<number> {
  const sunday = from - (isoWeekday(from) % WEEK)
  const offsets = recurrence.weekdays.map((weekday) => weekday % WEEK).toSorted((a, b) => a - b)
  for (let week = sunday; ; week += WEEK * recurrence.everyWeeks) {
    for (const offset of offsets) yield week + offset
  }
}

type DayInMonth = (year: number, month: number) => number

function* monthly(from: number, step: number, dayIn: DayInMonth): Generator<number> {
  const [year, month] = yearMonth(from)
  // The year 2200 is the last that plans may use; without it a range could not end.
  for (let index = year * 12 + month - 1; index <= 2201 * 12; index += step) {
    yield dayIn(Math.floor(index / 12), (index % 12) + 1)
  }
}

function* yearly(from: number, month: number, dayIn: DayInMonth): Generator<number> {
  for (let [year] = yearMonth(from); year <= 2200; year += 1) yield dayIn(year, month)
}

function yearMonth(day: number): readonly [year: number, month: number] {
  const date = plainDate(day)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
}

/** 1970-01-01, day 0, was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % WEEK) + WEEK) % WEEK) + 1
}

function firstOf(year: number, month: number): number {
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-01`) ?? 0
}

function lastOf(year: number, month: number): number {
  return month === 12 ? firstOf(year + 1, 1) - 1 : firstOf(year, month + 1) - 1
}

function onDay(year: number, month: number, day: number): number {
  return Math.min(firstOf(year, month) + day - 1, lastOf(year, month))
}

function onPosition(year: number, month: number, on: MspdiMonthPosition): number {
  const [first, last] = [firstOf(year, month), lastOf(year, month)]
  const fitting: number[] = []
  for (let day = first; day <= last; day += 1) if (fits(isoWeekday(day), on.item)) fitting.push(day)
  return (on.position === 'last' ? fitting.at(-1) : fitting[on.position - 1]) ?? last
}

function fits(weekday: number, item: MspdiMonthPosition['item']): boolean {
  if (item === 'day') return true
  if (item === 'weekday') return weekday <= 5
  return item === 'weekend-day' ? weekday > 5 : weekday === item
}
