/** Where clocks stand: a fixed distance from UTC, or a place of the IANA Time Zone Database. */
export type Zone =
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'region'; readonly name: string; readonly clock: Intl.DateTimeFormat }

/** A day of the proleptic Gregorian calendar. */
export type CalendarDate = {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

export type TimeOfDay = {
  readonly kind: 'time'
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nano: number
  /** Absent: local time of nobody in particular. */
  readonly zone: Zone | null
}

export type DateAndTime = {
  readonly kind: 'date and time'
  readonly date: CalendarDate
  readonly time: TimeOfDay
}

export type DaysDuration = { readonly kind: 'days and time duration'; readonly nanos: bigint }
export type MonthsDuration = { readonly kind: 'years and months duration'; readonly months: number }

export type Temporal = CalendarDate | TimeOfDay | DateAndTime | DaysDuration | MonthsDuration

export const NANOS_PER_SECOND = 1_000_000_000n
export const SECONDS_PER_DAY = 86_400
/** DMN 1.5 §10.3.2.3.5: the years that every engine must know. */
export const MAX_YEAR = 999_999_999
/** Thirty times as long as the years reach: larger lengths of time are errors, and no work for anybody. */
const MAX_NANOS = 10n ** 27n
const MAX_MONTHS = 12 * 30 * MAX_YEAR

export function daysDuration(nanos: bigint): DaysDuration | null {
  return nanos > MAX_NANOS || nanos < -MAX_NANOS ? null : { kind: 'days and time duration', nanos }
}

export function monthsDuration(months: number): MonthsDuration | null {
  if (!Number.isInteger(months) || Math.abs(months) > MAX_MONTHS) return null
  return { kind: 'years and months duration', months: months === 0 ? 0 : months }
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

/** A date; null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > MAX_YEAR) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return { kind: 'date', year, month, day }
}

/** Days since 1970-01-01 (after H. Hinnant, chrono-compatible low-level date algorithms). */
export function epochDay({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date so many days after 1970-01-01; null beyond the years FEEL knows. */
export function dateOfEpochDay(number: number): CalendarDate | null {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return calendarDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: CalendarDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

export function dayOfYear(date: CalendarDate): number {
  return epochDay(date) - epochDay({ ...date, month: 1, day: 1 }) + 1
}

/** The week that holds the Thursday of the date's week, counted in that year. @see ISO 8601 */
export function weekOfYear(date: CalendarDate): number {
  const thursday = dateOfEpochDay(epochDay(date) + 4 - weekdayOf(date))
  return thursday === null ? 1 : Math.floor((dayOfYear(thursday) - 1) / 7) + 1
}

export function secondOfDay({ hour, minute, second }: TimeOfDay): number {
  return hour * 3600 + minute * 60 + second
}

/** Nanoseconds since midnight. */
export function nanoOfDay(time: TimeOfDay): bigint {
  return BigInt(secondOfDay(time)) * NANOS_PER_SECOND + BigInt(time.nano)
}

/** The time so many nanoseconds after midnight, which must be within a day. */
export function timeOfNano(nanos: bigint, zone: Zone | null): TimeOfDay {
  const seconds = Number(nanos / NANOS_PER_SECOND)
  return {
    kind: 'time',
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nano: Number(nanos % NANOS_PER_SECOND),
    zone,
  }
}

export const MIDNIGHT: TimeOfDay = { kind: 'time', hour: 0, minute: 0, second: 0, nano: 0, zone: null }
export const UTC: Zone = { kind: 'offset', seconds: 0 }

/** Midnight of a date in UTC, which is how a date stands among moments. */
export function atMidnightUtc(date: CalendarDate): DateAndTime {
  return { kind: 'date and time', date, time: { ...MIDNIGHT, zone: UTC } }
}
