import { WorkingClocks } from '@millrace/core/calendar'
import { type ProcessWorld, timerDues } from '@millrace/core/process'

const MINUTE_MS = 60_000

/** When timers go off, seen from a moment and a time zone. */
export function dueOf(now: number, timeZone: string): ProcessWorld['dueOf'] {
  return timerDues({ timeZone, clocks: new WorkingClocks([], now / MINUTE_MS), calendar: null })
}
