import { dayNumber, type Instant, type PlainDate } from '@millrace/core/kernel'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** Clocks change at quarters of an hour, everywhere since 1972. */
const QUARTER_MS = 900_000
/** The last offset that was asked for in each zone: nearly all questions are about now. */
const latest = new Map<string, { readonly quarter: number; readonly offsetMs: number }>()

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
  const quarter = Math.floor(at / QUARTER_MS)
  const known = latest.get(timeZone)
  if (known?.quarter === quarter) return known.offsetMs
  const offsetMs = readOffset(at, timeZone)
  latest.set(timeZone, { quarter, offsetMs })
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
