import {
  type CalendarDate,
  calendarDate,
  type DateAndTime,
  type DaysDuration,
  dateOfEpochDay,
  daysInMonth,
  epochDay,
  type MonthsDuration,
  NANOS_PER_SECOND,
  nanoOfDay,
  timeOfNano,
} from './temporal.ts'
import { epochNanos, localNanos } from './zone.ts'

const DAY_NANOS = 86_400n * NANOS_PER_SECOND

/** A date moved by so many months; a day that its month lacks becomes the last one. */
export function plusMonths(
  value: CalendarDate | DateAndTime,
  { months }: MonthsDuration,
): CalendarDate | DateAndTime | null {
  if (value.kind === 'date') return dateAfterMonths(value, months)
  const date = dateAfterMonths(value.date, months)
  return date === null ? null : { ...value, date }
}

function dateAfterMonths({ year, month, day }: CalendarDate, months: number): CalendarDate | null {
  const total = year * 12 + (month - 1) + months
  const newYear = Math.floor(total / 12)
  const newMonth = total - newYear * 12 + 1
  return calendarDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** A moment moved by so much time; of a date, what is left of a day is cut off. */
export function plusDays(
  value: CalendarDate | DateAndTime,
  { nanos }: DaysDuration,
): CalendarDate | DateAndTime | null {
  if (value.kind === 'date') {
    const moved = BigInt(epochDay(value)) * DAY_NANOS + nanos
    return dateOfEpochDay(Number(floorDivide(moved, DAY_NANOS)))
  }
  if (value.time.zone?.kind !== 'region') return momentOf(wallNanos(value) + nanos, value)
  // Where clocks change, a length of time is counted in moments and not on the clock.
  return momentOf(localNanos(epochNanos(value) + nanos, value.time.zone), value)
}

/** What the clock shows, as nanoseconds since 1970. */
function wallNanos({ date, time }: DateAndTime): bigint {
  return BigInt(epochDay(date)) * DAY_NANOS + nanoOfDay(time)
}

function momentOf(wall: bigint, { time }: DateAndTime): DateAndTime | null {
  const day = floorDivide(wall, DAY_NANOS)
  const date = dateOfEpochDay(Number(day))
  if (date === null) return null
  return { kind: 'date and time', date, time: timeOfNano(wall - day * DAY_NANOS, time.zone) }
}

/** Division that rounds down, also below zero. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}
