import {
  type DateAndTime,
  epochDay,
  NANOS_PER_SECOND,
  SECONDS_PER_DAY,
  secondOfDay,
  type TimeOfDay,
  type Zone,
} from './temporal.ts'

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/
/** XML Schema allows offsets up to fourteen hours; FEEL as Java has them, eighteen. */
const MAX_OFFSET = 18 * 3600
/** Beyond these years the program's own dates end; a place has the offset it has there. */
const MAX_CLOCK_SECONDS = 8_000_000_000_000

/** `Z`, `+02:00` or `@Europe/Berlin`; null when there is no such zone. */
export function parseZone(text: string): Zone | null {
  if (text === 'Z' || text === 'z') return { kind: 'offset', seconds: 0 }
  if (text.startsWith('@')) return regionZone(text.slice(1))
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(text) ?? []
  if (sign === undefined || Number(minutes) > 59 || Number(seconds) > 59) return null
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (size > MAX_OFFSET) return null
  return { kind: 'offset', seconds: sign === '-' && size > 0 ? -size : size }
}

/** A zone at a distance from UTC; null when that is too far. */
export function offsetZone(seconds: number): Zone | null {
  return Math.abs(seconds) > MAX_OFFSET || !Number.isInteger(seconds) ? null : { kind: 'offset', seconds }
}

/** A place; null when the Time Zone Database has none of the name. */
function regionZone(name: string): Zone | null {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return null
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return { kind: 'region', name, clock }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Seconds that the clocks of a zone are ahead of UTC at a moment, seconds since 1970. */
function offsetAt(zone: Zone, utcSeconds: number): number {
  if (zone.kind === 'offset') return zone.seconds
  const at = Math.max(-MAX_CLOCK_SECONDS, Math.min(MAX_CLOCK_SECONDS, utcSeconds))
  const parts = new Map(zone.clock.formatToParts(at * 1000).map(({ type, value }) => [type, value]))
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0)
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year')
  const day = epochDay({ kind: 'date', year, month: read('month'), day: read('day') })
  return day * SECONDS_PER_DAY + read('hour') * 3600 + read('minute') * 60 + read('second') - at
}

/** Seconds ahead of UTC when the clocks of the zone show this; in doubt, the first time they do. */
export function offsetOf({ date, time }: DateAndTime): number | null {
  if (time.zone === null) return null
  if (time.zone.kind === 'offset') return time.zone.seconds
  const local = epochDay(date) * SECONDS_PER_DAY + secondOfDay(time)
  const before = offsetAt(time.zone, local - SECONDS_PER_DAY)
  const isBefore = offsetAt(time.zone, local - before) === before
  if (isBefore) return before
  return offsetAt(time.zone, local - offsetAt(time.zone, local + SECONDS_PER_DAY))
}

/** Nanoseconds since 1970 in UTC, or on nobody's clock when there is no zone. */
export function epochNanos(value: DateAndTime): bigint {
  const seconds = epochDay(value.date) * SECONDS_PER_DAY + secondOfDay(value.time) - (offsetOf(value) ?? 0)
  return BigInt(seconds) * NANOS_PER_SECOND + BigInt(value.time.nano)
}

/** The offset of a time without a date: that of a place is the one it has on 1970-01-01. */
export function offsetOfTime(time: TimeOfDay): number | null {
  if (time.zone === null) return null
  return offsetOf({ kind: 'date and time', date: { kind: 'date', year: 1970, month: 1, day: 1 }, time })
}

/** What the clocks of a zone show at a moment, nanoseconds since 1970. */
export function localNanos(utcNanos: bigint, zone: Zone | null): bigint {
  if (zone === null) return utcNanos
  const seconds = Number(utcNanos / NANOS_PER_SECOND) - (utcNanos % NANOS_PER_SECOND < 0n ? 1 : 0)
  return utcNanos + BigInt(offsetAt(zone, seconds)) * NANOS_PER_SECOND
}
