import {
  type CalendarDate,
  calendarDate,
  type DateAndTime,
  type DaysDuration,
  daysDuration,
  MIDNIGHT,
  type MonthsDuration,
  monthsDuration,
  NANOS_PER_SECOND,
  type Temporal,
  type TimeOfDay,
  type Zone,
} from './temporal.ts'
import { parseZone } from './zone.ts'

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,18}))?(\D.*)?$/
const MONTHS = /^(-?)P(?=\d)(?:(\d{1,10})Y)?(?:(\d{1,11})M)?$/
const DAYS =
  /^(-?)P(?=[\dT])(?:(\d{1,18})D)?(?:T(?=[\d.])(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{0,18})(?:\.(\d{1,18}))?S)?)?$/

/** `2026-03-01`, `-0044-03-15`; null when there is no such day. */
export function parseDate(text: string): CalendarDate | null {
  const [, sign, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const signed = sign === '-' ? -Number(year) : Number(year)
  return calendarDate(signed === 0 ? 0 : signed, Number(month), Number(day))
}

/** `08:30:00`, with fractions of a second and a zone if there is one. */
export function parseTime(text: string): TimeOfDay | null {
  const [, hour, minute, second, fraction = '', zoneText = ''] = TIME.exec(text) ?? []
  if (hour === undefined) return null
  const zone = zoneText === '' ? null : parseZone(zoneText)
  if (zone === null && zoneText !== '') return null
  const nano = Number(fraction.slice(0, 9).padEnd(9, '0'))
  return timeOfDay({ hour: Number(hour), minute: Number(minute), second: Number(second), nano, zone })
}

/** A time; null when no clock shows it. */
export function timeOfDay(parts: Omit<TimeOfDay, 'kind'>): TimeOfDay | null {
  const { hour, minute, second } = parts
  if (![hour, minute, second].every(Number.isInteger)) return null
  const exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
  return exists ? { kind: 'time', ...parts } : null
}

/** A date and a time with `T` between them, or a date alone, which is its midnight. */
export function parseDateAndTime(text: string): DateAndTime | null {
  const at = text.indexOf('T')
  const date = parseDate(at < 0 ? text : text.slice(0, at))
  const time = at < 0 ? MIDNIGHT : parseTime(text.slice(at + 1))
  return date === null || time === null ? null : { kind: 'date and time', date, time }
}

/** `P1Y2M` or `P3DT4H`; the two kinds are never mixed. */
export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const months = MONTHS.exec(text)
  if (months !== null) return readMonths(months)
  const days = DAYS.exec(text)
  return days === null ? null : readDays(days)
}

function readMonths([, sign, years = '0', months = '0']: RegExpExecArray): MonthsDuration | null {
  const size = Number(years) * 12 + Number(months)
  return monthsDuration(sign === '-' ? -size : size)
}

function readDays(parts: RegExpExecArray): DaysDuration | null {
  const [, sign, day = '0', hour = '0', minute = '0', second = '', fraction = ''] = parts
  const seconds = BigInt(day) * 86_400n + BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second)
  const nanos = seconds * NANOS_PER_SECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0'))
  return daysDuration(sign === '-' ? -nanos : nanos)
}

/** What an `@` literal says: whichever kind its text has. */
export function parseTemporal(text: string): Temporal | null {
  if (/^-?P/.test(text)) return parseDuration(text)
  if (text.includes('T')) return parseDateAndTime(text)
  return parseDate(text) ?? parseTime(text)
}

/** As `parseTemporal` reads it. */
export function temporalText(value: Temporal): string {
  switch (value.kind) {
    case 'date':
      return dateText(value)
    case 'time':
      return timeText(value)
    case 'date and time':
      return `${dateText(value.date)}T${timeText(value.time)}`
    case 'years and months duration':
      return monthsText(value)
    case 'days and time duration':
      return daysText(value)
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function dateText({ year, month, day }: CalendarDate): string {
  const sign = year < 0 ? '-' : ''
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function timeText({ hour, minute, second, nano, zone }: TimeOfDay): string {
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone === null ? '' : zoneText(zone)}`
}

function zoneText(zone: Zone): string {
  if (zone.kind === 'region') return `@${zone.name}`
  if (zone.seconds === 0) return 'Z'
  const size = Math.abs(zone.seconds)
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `${zone.seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`
}

function monthsText({ months }: MonthsDuration): string {
  const size = Math.abs(months)
  const [years, rest] = [Math.floor(size / 12), size % 12]
  const text = `${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`
  return `${months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`
}

function daysText({ nanos }: DaysDuration): string {
  const { days, hours, minutes, seconds, nano } = durationParts(nanos)
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`
  const time = [
    hours === 0 ? '' : `${hours}H`,
    minutes === 0 ? '' : `${minutes}M`,
    seconds === 0 && nano === 0 ? '' : `${seconds}${fraction}S`,
  ].join('')
  const text = `${days === 0n ? '' : `${days}D`}${time === '' ? '' : `T${time}`}`
  return `${nanos < 0n ? '-' : ''}P${text === '' ? 'T0S' : text}`
}

/** The size of a duration in days and what is left of a day. */
export function durationParts(nanos: bigint) {
  const size = nanos < 0n ? -nanos : nanos
  const seconds = size / NANOS_PER_SECOND
  return {
    days: seconds / 86_400n,
    hours: Number((seconds / 3600n) % 24n),
    minutes: Number((seconds / 60n) % 60n),
    seconds: Number(seconds % 60n),
    nano: Number(size % NANOS_PER_SECOND),
  }
}
