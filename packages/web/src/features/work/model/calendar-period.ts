import { addDays, dayNumber, type PlainDate, plainDate } from '@millrace/core/kernel'
import { startOfWeek } from '../../../ui/parse-day.ts'
import type { Days } from './item-days.ts'

/** How much time a calendar shows. */
export const SPANS = ['month', 'weeks', 'week'] as const
export type Span = (typeof SPANS)[number]

export const WEEK_DAYS = 7

/** What is shown: whole weeks, of which `days` are meant, such as those of one month. */
export type Period = { readonly weeks: readonly PlainDate[]; readonly days: Days }

/** The weeks, by their first days, that hold a day and what is shown around it. */
export function periodAround(on: PlainDate, span: Span, weekStart: number): Period {
  const days = span === 'month' ? monthOf(on) : weeksFrom(startOfWeek(on, weekStart), span)
  const weeks: PlainDate[] = []
  for (
    let first = startOfWeek(days.first, weekStart);
    first <= days.last;
    first = addDays(first, WEEK_DAYS)
  ) {
    weeks.push(first)
  }
  return { weeks, days }
}

/** The same place in the next period, or in the one before: the 31st becomes the last of a shorter month. */
export function stepPeriod(on: PlainDate, span: Span, by: 1 | -1): PlainDate {
  if (span !== 'month') return addDays(on, by * WEEK_DAYS * (span === 'week' ? 1 : 2))
  const { first, last } = monthOf(on)
  const next = monthOf(by === 1 ? addDays(last, 1) : addDays(first, -1))
  const wanted = addDays(next.first, Number(on.slice(8)) - 1)
  return wanted > next.last ? next.last : wanted
}

/** The days of a week, from its first. */
export function daysFrom(first: PlainDate): readonly PlainDate[] {
  return Array.from({ length: WEEK_DAYS }, (_, index) => addDays(first, index))
}

/** Saturday and Sunday. */
export function isWeekend(day: PlainDate): boolean {
  // The first of January 1970 was a Thursday.
  return (((dayNumber(day) ?? 0) + 4) % WEEK_DAYS) % 6 === 0
}

function monthOf(on: PlainDate): Days {
  const first = `${on.slice(0, 8)}01`
  const next = new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 1))
  return { first, last: plainDate(next.getTime() / 86_400_000 - 1) }
}

function weeksFrom(first: PlainDate, span: Span): Days {
  return { first, last: addDays(first, span === 'week' ? 6 : 13) }
}
