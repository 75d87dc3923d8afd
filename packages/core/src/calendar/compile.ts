import { chainOf, shiftsOfDays } from './calendar-days.ts'
import { fromWallClock, zoneChanges } from './time-zone.ts'
import { type Minute, push, type SpanSource, type Spans, Timeline } from './timeline.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const DAY = 1440

/**
 * The number lines of calendars that `checkCalendars` has let through, by id. Each costs its days
 * once: about a microsecond a day.
 *
 * @param anchor about when the plan happens; what lies around it is unrolled at once
 */
export function compileCalendars(
  calendars: readonly WorkingCalendar[],
  anchor: Minute,
): ReadonlyMap<string, Timeline> {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  return new Map(calendars.map((calendar) => [calendar.id, new Timeline(sourceOf(calendar, byId), anchor)]))
}

/** Working time around the clock: what elapsed durations and lags are counted in. */
export function aroundTheClock(): Timeline {
  return new Timeline(null, 0)
}

/** When both work: a task with a calendar of its own, done by somebody with theirs. */
export function intersectTimelines(one: Timeline, other: Timeline, anchor: Minute): Timeline {
  if (one.isContinuous) return other
  if (other.isContinuous) return one
  return new Timeline((fromDay, toDay) => {
    const [from, to] = [fromDay * DAY, toDay * DAY]
    return intersectSpans(one.spansBetween(from, to), other.spansBetween(from, to))
  }, anchor)
}

function intersectSpans(one: Spans, other: Spans): Spans {
  const both: Spans = { starts: [], ends: [] }
  for (let a = 0, b = 0; a < one.starts.length && b < other.starts.length; ) {
    const [endA, endB] = [one.ends[a] ?? 0, other.ends[b] ?? 0]
    const start = Math.max(one.starts[a] ?? 0, other.starts[b] ?? 0)
    const end = Math.min(endA, endB)
    if (start < end) push(both, start, end)
    if (endA <= endB) a += 1
    else b += 1
  }
  return both
}

/** The working stretches of a calendar, day by day. */
export function sourceOf(calendar: WorkingCalendar, byId: ReadonlyMap<string, WorkingCalendar>): SpanSource {
  const shiftsOf = shiftsOfDays(chainOf(calendar, byId))
  return (fromDay, toDay) => {
    const changes = zoneChanges(calendar.timeZone, (fromDay - 3) * DAY, (toDay + 2) * DAY)
    const spans: Spans = { starts: [], ends: [] }
    const [first, last] = [fromDay * DAY, toDay * DAY]
    // Local days lie askew to those of UTC, and a night shift reaches into the day after.
    for (let day = fromDay - 2; day <= toDay; day += 1) {
      for (const { from, to } of shiftsOf(day)) {
        const start = Math.max(first, fromWallClock(day * DAY + from, changes))
        const end = Math.min(last, fromWallClock(day * DAY + to, changes))
        if (start < end) push(spans, start, end)
      }
    }
    return spans
  }
}
