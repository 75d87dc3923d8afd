/** A change of clocks: from this minute since 1970 (UTC) on, local time is UTC plus the offset. */
export type ZoneChange = { readonly at: number; readonly offset: number }

/** No zone changes its clocks twice within so many days but for a handful of Ramadans, which are 28 days long. */
const PROBE_MIN = 14 * 1440
const MS = 60_000

/**
 * Whether there is a time zone of this IANA name. Asked of the formatter, because the list of zones
 * leaves out links such as `UTC` and `Europe/Kyiv`.
 */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * How a zone's clocks stood between two minutes since 1970: the first entry holds from the beginning,
 * each further one is a change. Costs one look for every two weeks of the span.
 *
 * @param timeZone an IANA name that exists
 * @see IANA Time Zone Database, as ECMAScript's Intl carries it
 */
export function zoneChanges(timeZone: string, from: number, to: number): readonly ZoneChange[] {
  if (timeZone === 'UTC') return [{ at: from, offset: 0 }]
  const offsetAt = offsetReader(timeZone)
  const changes: ZoneChange[] = [{ at: from, offset: offsetAt(from) }]
  let before = from
  let offset = changes[0]?.offset ?? 0
  while (before < to) {
    const next = Math.min(to, before + PROBE_MIN)
    const offsetNext = offsetAt(next)
    if (offsetNext !== offset) {
      changes.push({ at: firstWith(offsetAt, { before, offset }, next), offset: offsetNext })
      offset = offsetNext
    }
    before = next
  }
  return changes
}

/** The first minute after `before` at which the offset is no longer what it was there. */
function firstWith(
  offsetAt: (minute: number) => number,
  { before, offset }: { readonly before: number; readonly offset: number },
  after: number,
): number {
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === offset) low = middle
    else high = middle
  }
  return high
}

function offsetReader(timeZone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (minute) => {
    const parts = new Map(format.formatToParts(minute * MS).map(({ type, value }) => [type, Number(value)]))
    const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), 0)
    return Math.round(wall / MS - minute)
  }
}

/**
 * The minute since 1970 at which a zone's wall clock shows a time. What the clock shows twice is meant
 * the first time; what it skips is the moment of the change.
 *
 * @param wall minutes that the wall clock is ahead of 1970-01-01 00:00
 * @param changes as `zoneChanges` gives them, around that time
 */
export function fromWallClock(wall: number, changes: readonly ZoneChange[]): number {
  let index = indexBefore(changes, wall - 1440)
  for (; index < changes.length; index += 1) {
    const change = changes[index]
    if (!change) break
    const until = changes[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const at = wall - change.offset
    if (at < until) return index === 0 ? at : Math.max(at, change.at)
  }
  return wall
}

/** The last change that is before a minute; 0 when none is. */
function indexBefore(changes: readonly ZoneChange[], minute: number): number {
  let [low, high] = [0, changes.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((changes[middle]?.at ?? 0) <= minute) low = middle
    else high = middle - 1
  }
  return low
}
