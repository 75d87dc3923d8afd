import type { Minute } from '@millrace/core/calendar'
import type { PlainDateTime } from '../dates/index.ts'

const MINUTE_MS = 60_000

/** The minute since 1970 of a local date and time, as if its clock showed UTC. Seconds are rounded away. */
export function minuteOf(moment: PlainDateTime): Minute {
  return Math.round(Date.parse(`${moment}Z`) / MINUTE_MS)
}

/** The local date and time of such a minute. */
export function plainDateTimeOf(at: Minute): PlainDateTime {
  return new Date(Math.round(at) * MINUTE_MS).toISOString().slice(0, 19)
}
