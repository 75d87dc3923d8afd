import { dayNumber, type Instant, type PlainDate } from '@millrace/core/kernel'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** Clocks change at quarters of an hour, everywhere since 1972. */
const QUARTER_MS = 900_000
/**
 * Offsets by zone and quarter, as they were asked for: most questions are about now, and a long list
 * asks for the same days again and again.
 */
const offsets = new Map<string, number>()
/** Half a year and more of one zone; a few megabytes. */
const OFFSETS_MAX = 20_000

/** The calendar day of a moment in a time zone. */
export function dayOf(at: Instant, timeZone: string): PlainDate {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
}

/**
 * The moment at which a day begins in a time zone. Where clocks skip midnight, it is the first
 * moment of the day that exists.
 */
export function dayStart(date: PlainDate, timeZone: string): Instant {
  const number = dayNumber(date)
  if (number === undefined) throw new RangeError(`not a calendar day: ${date}`)
  const midnight = number * DAY_MS
  // The offset at the wrong moment may be that of before a change of clocks: look again where it led.
  const first = midnight - offsetAt(midnight, timeZone)
  return midnight - offsetAt(first, timeZone)
}

/**
 * A moment as the clock on the wall shows it, with what it is ahead of UTC: `2026-11-28T13:05:00+01:00`.
 *
 * @see RFC 3339
 */
export function localMoment(at: Instant, timeZone: string): string {
  const offsetMs = offsetAt(at, timeZone)
  const offsetMin = Math.round(Math.abs(offsetMs) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const ahead = `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(offsetMin / 60))}:${two(offsetMin % 60)}`
  return new Date(at + offsetMs).toISOString().slice(0, 19) + ahead
}

/** What the clock on the wall shows at a moment, as if it showed UTC: for calculating with days and hours. */
export function wallClock(at: Instant, timeZone: string): Instant {
  return at + offsetAt(at, timeZone)
}

/** Milliseconds to add to UTC for the clock on the wall. */
function offsetAt(at: Instant, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${quarter} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offsetMs = readOffset(at, timeZone)
  if (offsets.size >= OFFSETS_MAX) offsets.clear()
  offsets.set(key, offsetMs)
  return offsetMs
}

function readOffset(at: Instant, timeZone: string): number {
  const format = formats.get(timeZone) ?? createFormat(timeZone)
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
  const wall = Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  )
  return wall - Math.floor(at / 1000) * 1000
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
