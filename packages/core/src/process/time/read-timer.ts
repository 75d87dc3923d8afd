import { readSchedule, type Schedule } from './read-rrule.ts'
import { isPositive, type Length, readLength } from './written-length.ts'
import { readMoment, type WrittenMoment } from './written-moment.ts'

/** What a timer says, read. */
export type ReadTimer =
  | { readonly kind: 'date'; readonly moment: WrittenMoment }
  | { readonly kind: 'duration'; readonly length: Length }
  | ({ readonly kind: 'repeat' } & Repeat)
  | ({ readonly kind: 'schedule' } & Schedule)

/** Again and again after the same length: `R3/2026-01-01T00:00Z/P1D`. */
export type Repeat = {
  readonly times: number | null
  readonly start: WrittenMoment | null
  readonly every: Length
  readonly until: WrittenMoment | null
}

/** Why a timer says no time; each is a code of the catalogue of problems. */
export type TimerFault =
  | 'timer.no_time'
  | 'timer.unreadable'
  | 'timer.not_positive'
  | 'timer.over'
  | 'timer.calendar_unknown'
  | 'timer.too_late'

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: TimerFault }

/**
 * Reads what a timer of a model says, or what its expression was answered: ISO 8601 dates, durations and repeating
 * intervals, and schedules of RFC 5545.
 */
export function readTimer(timer: 'date' | 'duration' | 'cycle', value: unknown): Read<ReadTimer> {
  if (typeof value !== 'string' || value.trim() === '') return fault('timer.no_time')
  const text = value.trim()
  if (timer === 'cycle') return readCycle(text)
  if (timer === 'date') {
    const moment = readMoment(text)
    return moment ? { ok: true, value: { kind: 'date', moment } } : fault('timer.unreadable')
  }
  const length = readLength(text)
  return length ? { ok: true, value: { kind: 'duration', length } } : fault('timer.unreadable')
}

function readCycle(text: string): Read<ReadTimer> {
  if (!text.startsWith('R') || text.startsWith('RRULE')) {
    const schedule = readSchedule(text)
    return schedule ? { ok: true, value: { kind: 'schedule', ...schedule } } : fault('timer.unreadable')
  }
  const [repeated = '', ...parts] = text.split('/')
  const times = timesOf(repeated)
  const repeat = intervalOf(parts)
  if (times === undefined || repeat === null) return fault('timer.unreadable')
  if (!isPositive(repeat.every) || times === 0) return fault('timer.not_positive')
  return { ok: true, value: { kind: 'repeat', times, ...repeat } }
}

/** `R` and `R-1` never end. */
function timesOf(written: string): number | null | undefined {
  if (written === 'R' || written === 'R-1') return null
  return /^R\d{1,7}$/.test(written) ? Number(written.slice(1)) : undefined
}

/** Start and length, length and end, or a length alone; between two moments lies a length too. */
function intervalOf([first = '', second, ...more]: readonly string[]): Omit<Repeat, 'times'> | null {
  if (more.length > 0) return null
  const length = readLength(first)
  if (second === undefined) return length && { start: null, every: length, until: null }
  const moment = readMoment(second)
  if (length) return moment && { start: null, every: length, until: moment }
  const start = readMoment(first)
  if (start === null) return null
  const every = readLength(second) ?? (moment && lengthBetween(start, moment))
  return every && { start, every, until: null }
}

function lengthBetween(start: WrittenMoment, end: WrittenMoment): Length | null {
  const none = { isNegative: false, months: 0, weeks: 0, days: 0 }
  if (start.kind === 'instant' && end.kind === 'instant') return { ...none, ms: end.at - start.at }
  if (start.kind === 'instant' || end.kind === 'instant' || start.timeZone !== end.timeZone) return null
  return { ...none, ms: Math.round((end.wall - start.wall) * 60_000) }
}

function fault(code: TimerFault): { readonly ok: false; readonly fault: TimerFault } {
  return { ok: false, fault: code }
}
