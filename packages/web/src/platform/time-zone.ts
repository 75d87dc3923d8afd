import { addDays } from '@millrace/core/kernel'

const DAY_MS = 86_400_000
/** No zone changes its clocks twice within so short a time. */
const STEP_MS = 14 * DAY_MS

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of a moment in a time zone. */
export function dayOf(moment: number, timeZone: string): string {
  return isoDay(moment + offsetAt(moment, timeZone))
}

/** The moment at which a day begins somewhere. Where clocks go forward at midnight, the first that exists. */
export function dayStart(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const guess = midnight - offsetAt(midnight, timeZone)
  return midnight - offsetAt(guess, timeZone)
}

/** The moment at which a day is over: the beginning of the next. */
export function dayEnd(date: string, timeZone: string): number {
  return dayStart(addDays(date, 1), timeZone)
}

/** The calendar day of a moment that has been moved to the clocks of its place already. */
export function isoDay(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, 10)
}

/**
 * How far the clocks somewhere are ahead of UTC, in milliseconds, for many moments in a span: the
 * clocks are asked when they change, not for every moment.
 */
export function offsetsBetween(timeZone: string, from: number, to: number): (moment: number) => number {
  const first = offsetAt(from, timeZone)
  const changes = [{ at: Number.NEGATIVE_INFINITY, offset: first }]
  let known = first
  for (let at = from; at < to; at += STEP_MS) {
    const offset = offsetAt(at + STEP_MS, timeZone)
    if (offset !== known) changes.push({ at: changeBetween(timeZone, at, at + STEP_MS), offset })
    known = offset
  }
  return (moment) => changes.findLast((change) => change.at <= moment)?.offset ?? first
}

function changeBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(from, timeZone)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, timeZone) === before) low = middle
    else high = middle
  }
  return high
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(moment)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return local - Math.floor(moment / 1000) * 1000
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}
