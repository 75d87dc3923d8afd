import { fromWallClock, type ZoneChange, zoneChanges } from './time-zone.ts'
import type { Minute } from './timeline.ts'

const DAY = 1440
/** Clocks are looked up for about a year at a time. */
const STRETCH = 366 * DAY
/** Local days lie askew to those of UTC, and a change may be right at the edge. */
const MARGIN = 3 * DAY

/**
 * The clock on the wall of a time zone: what it shows at a moment, and when it shows a time. Both are minutes,
 * since 1970-01-01 00:00 of UTC and of the wall. What was looked up once is remembered as long as the clock is kept.
 */
export class WallClock {
  readonly timeZone: string
  readonly #stretches = new Map<number, readonly ZoneChange[]>()

  /** @param timeZone an IANA name that exists */
  constructor(timeZone: string) {
    this.timeZone = timeZone
  }

  /** What the clock shows at a moment. */
  wallOf(at: Minute): Minute {
    const change = this.#changesAround(at).findLast((one) => one.at <= at)
    return at + (change?.offset ?? 0)
  }

  /** When the clock shows a time: the first time where it does so twice, the change where it skips it. */
  momentOf(wall: Minute): Minute {
    return fromWallClock(wall, this.#changesAround(wall))
  }

  #changesAround(minute: number): readonly ZoneChange[] {
    const stretch = Math.floor(minute / STRETCH)
    const known = this.#stretches.get(stretch)
    if (known) return known
    const from = stretch * STRETCH
    const changes = zoneChanges(this.timeZone, from - MARGIN, from + STRETCH + MARGIN)
    this.#stretches.set(stretch, changes)
    return changes
  }
}
