import { fromWallClock, zoneChanges } from './time-zone.ts'
import type { Minute } from './timeline.ts'

const DAY = 1440

/**
 * The local midnights of a zone: when each day begins, and when the last one ends.
 *
 * @param timeZone an IANA name that exists
 * @param fromDay days since 1970, inclusive
 * @param toDay exclusive
 * @returns `toDay - fromDay + 1` moments; where a clock skips midnight, the moment of the change
 */
export function dayStarts(timeZone: string, fromDay: number, toDay: number): Float64Array {
  const changes = zoneChanges(timeZone, (fromDay - 3) * DAY, (toDay + 2) * DAY)
  return Float64Array.from({ length: Math.max(0, toDay - fromDay) + 1 }, (_, index): Minute => {
    return fromWallClock((fromDay + index) * DAY, changes)
  })
}
