import { dayStarts, type Minute, type Spans, Timeline } from '../../calendar/index.ts'

const DAY = 1440
/** 1970-01-01 was a Thursday. */
const MONDAY = 4

/** The first minutes of each local day and of each week from Monday on; null: all of them. */
export type Limits = {
  readonly timeZone: string
  readonly dayMin: number | null
  readonly weekMin: number | null
}

/** What is left of a line when only so much of each day and week is worked. */
export function limitLine(line: Timeline, { timeZone, dayMin, weekMin }: Limits, anchor: Minute): Timeline {
  return new Timeline((fromDay, toDay) => {
    // Local days lie askew to those of UTC, and a week must be known from its beginning.
    const firstDay = Math.floor((fromDay - 1 - MONDAY) / 7) * 7 + MONDAY
    const starts = dayStarts(timeZone, firstDay, toDay + 1)
    const kept: Spans = { starts: [], ends: [] }
    let ofWeek = 0
    for (let index = 0; index + 1 < starts.length; index += 1) {
      if (index % 7 === 0) ofWeek = 0
      const left = Math.min(dayMin ?? DAY * 2, (weekMin ?? DAY * 8) - ofWeek)
      ofWeek += keepFirst(line.spansBetween(starts[index] ?? 0, starts[index + 1] ?? 0), left, kept)
    }
    return cut(kept, fromDay * DAY, toDay * DAY)
  }, anchor)
}

/** Adds stretches up to so many minutes; how many there were. */
function keepFirst({ starts, ends }: Spans, minutes: number, into: Spans): number {
  let used = 0
  for (let index = 0; index < starts.length && used < minutes; index += 1) {
    const [start, end] = [starts[index] ?? 0, ends[index] ?? 0]
    const length = Math.min(end - start, minutes - used)
    into.starts.push(start)
    into.ends.push(start + length)
    used += length
  }
  return used
}

/** Stretches within two moments; those that touch become one. */
function cut({ starts, ends }: Spans, from: Minute, to: Minute): Spans {
  const within: Spans = { starts: [], ends: [] }
  for (let index = 0; index < starts.length; index += 1) {
    const [start, end] = [Math.max(from, starts[index] ?? 0), Math.min(to, ends[index] ?? 0)]
    if (start >= end) continue
    if (within.ends.at(-1) === start) within.ends[within.ends.length - 1] = end
    else {
      within.starts.push(start)
      within.ends.push(end)
    }
  }
  return within
}
