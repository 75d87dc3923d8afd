import { EVERY_MAX, type RecurrenceRule, type Weekday } from '../../kernel/index.ts'
import { readMoment, type WrittenMoment } from './written-moment.ts'

/** A schedule by days of the week, month or year, at a time of day. */
export type Schedule = {
  readonly rule: RecurrenceRule
  /** Minutes after midnight; null: when it began. */
  readonly minute: number | null
  readonly start: WrittenMoment | null
  readonly times: number | null
  readonly until: WrittenMoment | null
}

const DAYS: ReadonlyMap<string, Weekday> = new Map([
  ['MO', 1],
  ['TU', 2],
  ['WE', 3],
  ['TH', 4],
  ['FR', 5],
  ['SA', 6],
  ['SU', 7],
])
const KNOWN = new Set(
  'FREQ INTERVAL COUNT UNTIL BYDAY BYMONTHDAY BYMONTH BYHOUR BYMINUTE BYSECOND WKST'.split(' '),
)
const WRITTEN = /^(?:DTSTART(?:;TZID=[^:]+)?:(\S+)\s+)?(?:RRULE:)?(FREQ=\S+)$/
const EVERY_DAY = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/

/**
 * Reads `RRULE:FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9;BYMINUTE=0`, with a line `DTSTART:20260105T090000` before it where it
 * begins later: the part of RFC 5545 that says days.
 *
 * @returns null where it is none, or says more than is kept here
 * @see RFC 5545, 3.3.10
 */
export function readSchedule(text: string): Schedule | null {
  const [, started, written = ''] = WRITTEN.exec(text.trim()) ?? []
  const parts = new Map(written.split(';').map((part): [string, string] => splitAt(part)))
  const rule = areKnown(parts) ? ruleOf(parts) : null
  const [every, times] = [everyOf(parts), wholeOf(parts, 'COUNT', 0)]
  const [minute, start, until] = [minuteOf(parts), readMaybe(started), readMaybe(parts.get('UNTIL'))]
  if (rule === null || minute === undefined || start === undefined || until === undefined) return null
  if (every === null || times === null) return null
  return { rule: { ...rule, every }, minute, start, times: times === 0 ? null : times, until }
}

/** Whatever else a rule says is not left out silently. Weeks begin on Monday. */
function areKnown(parts: ReadonlyMap<string, string>): boolean {
  return [...parts.keys()].every((name) => KNOWN.has(name)) && (parts.get('WKST') ?? 'MO') === 'MO'
}

/** Undefined: what is written is no moment. */
function readMaybe(written: string | undefined): WrittenMoment | null | undefined {
  return written === undefined ? null : (readMoment(extended(written)) ?? undefined)
}

function splitAt(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=')
  return [name, value]
}

function wholeOf(parts: ReadonlyMap<string, string>, name: string, absent: number): number | null {
  const written = parts.get(name)
  if (written === undefined) return absent
  return /^\d{1,5}$/.test(written) ? Number(written) : null
}

function everyOf(parts: ReadonlyMap<string, string>): number | null {
  const every = wholeOf(parts, 'INTERVAL', 1) ?? 0
  return every >= 1 && every <= EVERY_MAX ? every : null
}

function minuteOf(parts: ReadonlyMap<string, string>): number | null | undefined {
  const [hour, minute, second] = [
    wholeOf(parts, 'BYHOUR', -1),
    wholeOf(parts, 'BYMINUTE', 0),
    wholeOf(parts, 'BYSECOND', 0),
  ]
  if (hour === null || minute === null || second !== 0 || hour > 23 || minute > 59) return undefined
  if (hour >= 0) return hour * 60 + minute
  return parts.has('BYMINUTE') ? undefined : null
}

type Parts = ReadonlyMap<string, string>

/** What each frequency is said by; by anything else it is not kept here. */
const RULES: ReadonlyMap<string, (parts: Parts) => RecurrenceRule | null> = new Map([
  ['DAILY', (parts) => (saysOnly(parts) ? { kind: 'daily', every: 1 } : null)],
  ['WEEKLY', (parts) => (saysOnly(parts, 'BYDAY') ? weeklyOf(parts.get('BYDAY') ?? '') : null)],
  [
    'MONTHLY',
    (parts) => (parts.has('BYMONTH') ? null : monthlyOf(parts.get('BYDAY'), parts.get('BYMONTHDAY'))),
  ],
  ['YEARLY', (parts) => (saysOnly(parts, 'BYMONTH', 'BYMONTHDAY') ? yearlyOf(parts) : null)],
])

function ruleOf(parts: Parts): RecurrenceRule | null {
  return RULES.get(parts.get('FREQ') ?? '')?.(parts) ?? null
}

function saysOnly(parts: Parts, ...names: readonly string[]): boolean {
  return ['BYDAY', 'BYMONTHDAY', 'BYMONTH'].every((name) => !parts.has(name) || names.includes(name))
}

function weeklyOf(days: string): RecurrenceRule | null {
  const names = days.split(',')
  const weekdays = names.flatMap((day) => DAYS.get(day) ?? [])
  return weekdays.length === names.length ? { kind: 'weekly', every: 1, weekdays } : null
}

function yearlyOf(parts: Parts): RecurrenceRule | null {
  const [month, day] = [wholeOf(parts, 'BYMONTH', 0) ?? 0, dayOf(parts.get('BYMONTHDAY'))]
  return day !== null && month >= 1 && month <= 12 ? { kind: 'yearly', every: 1, month, day } : null
}

function monthlyOf(days: string | undefined, monthDay: string | undefined): RecurrenceRule | null {
  if (days === undefined) {
    const day = dayOf(monthDay)
    return day === null ? null : { kind: 'monthlyDay', every: 1, day }
  }
  const [, written, name = ''] = EVERY_DAY.exec(days) ?? []
  const weekday = DAYS.get(name)
  const nth = ([1, 2, 3, 4, -1] as const).find((one) => String(one) === written)
  return weekday && nth && !monthDay ? { kind: 'monthlyWeekday', every: 1, nth, weekday } : null
}

/** The last of a month is -1. Days that some months do not have would be left out in those: they are not kept here. */
function dayOf(monthDay: string | undefined): number | null {
  if (monthDay === '-1') return 31
  const day = Number(monthDay)
  return Number.isInteger(day) && day >= 1 && day <= 28 ? day : null
}

/** `20260105T090000Z` as `2026-01-05T09:00:00Z`. */
function extended(basic: string): string {
  const [, year, month, day, hour, minute, second, zone] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(basic) ?? []
  if (year === undefined) return basic
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`
  return `${year}-${month}-${day}${time}`
}
