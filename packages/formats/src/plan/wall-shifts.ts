import type { Shift } from '@millrace/core/calendar'

/** A stretch of working time in a day as files write it, `HH:MM` or `HH:MM:SS`; `24:00` is the end of the day. */
export type WallTime = { readonly from: string; readonly to: string }

const DAY_MIN = 1440

/** The shifts of a day, in order. One that ends before it begins runs past midnight; what overlaps is joined. */
export function wallShifts(times: readonly WallTime[]): readonly Shift[] {
  const shifts = times.map(({ from, to }) => {
    const [start, end] = [minuteOfDay(from), minuteOfDay(to)]
    return { from: start, to: end > start ? end : end + DAY_MIN }
  })
  const joined: Shift[] = []
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && shift.from <= last.to) joined[joined.length - 1] = longer(last, shift)
    else joined.push(shift)
  }
  return joined
}

function longer(one: Shift, other: Shift): Shift {
  return { from: one.from, to: Math.min(Math.max(one.to, other.to), one.from + DAY_MIN) }
}

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
