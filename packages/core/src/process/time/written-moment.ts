import { isTimeZone, WallClock } from '../../calendar/index.ts'
import { dayNumber, type Instant, isPlainDate } from '../../kernel/index.ts'

/** A moment as it is written: with the zone that it is meant in, or as a wall somewhere shows it. */
export type WrittenMoment =
  | { readonly kind: 'instant'; readonly at: Instant }
  /** Minutes of the wall clock since 1970-01-01 00:00; null: the zone of whoever reads it. */
  | { readonly kind: 'wall'; readonly wall: number; readonly timeZone: string | null }

const DAY_MIN = 1440
const MOMENT =
  /^(\d{4}-\d\d-\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?(?:(Z)|([+-])(\d\d):?(\d\d)|@(.+))?$/

/**
 * Reads `2026-03-29`, `2026-03-29T10:00`, with `Z`, `+02:00` or `@Europe/Berlin` behind it.
 *
 * @returns null where it is none, also where there is no such day, time or zone
 * @see ISO 8601-1:2019, 5.4; DMN 1.5 §10.3.2.3.6 for zones by name
 */
export function readMoment(text: string): WrittenMoment | null {
  const [whole, date = '', hour, minute, second, fraction = '0', ...zone] = MOMENT.exec(text.trim()) ?? []
  if (whole === undefined || !isPlainDate(date)) return null
  const time = timeOf(
    [hour, minute, second].map((part) => Number(part ?? 0)),
    Number(`0.${fraction}`),
  )
  return time === null ? null : inZone((dayNumber(date) ?? 0) * DAY_MIN + time, zone)
}

/** Minutes since midnight; null where no clock shows that. */
function timeOf([hour = 0, minute = 0, second = 0]: readonly number[], fraction: number): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  return hour * 60 + minute + (second + fraction) / 60
}

function inZone(wall: number, zone: readonly (string | undefined)[]): WrittenMoment | null {
  const [utc, sign, hours, minutes, name] = zone
  if (utc !== undefined) return { kind: 'instant', at: msOf(wall) }
  if (sign !== undefined) {
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
    return { kind: 'instant', at: msOf(wall - offset) }
  }
  if (name !== undefined && !isTimeZone(name)) return null
  return { kind: 'wall', wall, timeZone: name ?? null }
}

/** When it is, for somebody whose wall clock is given. */
export function momentOf(written: WrittenMoment, wall: WallClock): Instant {
  if (written.kind === 'instant') return written.at
  const { timeZone } = written
  const clock = timeZone === null || timeZone === wall.timeZone ? wall : new WallClock(timeZone)
  return msOf(clock.momentOf(written.wall))
}

/** Minutes to milliseconds; what floating point adds to a second is taken away. */
export function msOf(minutes: number): Instant {
  return Math.round(minutes * 60_000)
}
