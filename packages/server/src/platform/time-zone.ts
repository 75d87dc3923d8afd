import { dayNumber, type Instant, type PlainDate } from '@millrace/core/kernel'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

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

/** Milliseconds to add to UTC for the clock on the wall. */
function offsetAt(at: Instant, timeZone: string): number {
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
