import type { Instant } from '@millrace/core/kernel'
import { addDays } from '@millrace/core/kernel'
import { dayStart } from '../../../platform/time-zone.ts'

const DAY_MS = 86_400_000
/** Clocks change in the small hours: whoever works later than this has the new time. */
const AFTER_CHANGE_MS = 4 * 3_600_000

/** Turns local dates with times into moments. Days are looked up once: a plan has few of them. */
export function createLocalClock(timeZone: string): (local: string | undefined) => Instant | null {
  const days = new Map<string, { readonly start: Instant; readonly shift: number }>()
  return (local) => {
    if (local === undefined) return null
    const date = local.slice(0, 10)
    const day = days.get(date) ?? lookUp(date, timeZone)
    days.set(date, day)
    const [hours = 0, minutes = 0, seconds = 0] = local.slice(11).split(':').map(Number)
    const sinceMidnight = ((hours * 60 + minutes) * 60 + seconds) * 1000
    return day.start + sinceMidnight + (sinceMidnight >= AFTER_CHANGE_MS ? day.shift : 0)
  }
}

/** When a day begins, and by how much it is longer or shorter than others. */
function lookUp(date: string, timeZone: string): { readonly start: Instant; readonly shift: number } {
  const start = dayStart(date, timeZone)
  return { start, shift: dayStart(addDays(date, 1), timeZone) - start - DAY_MS }
}
