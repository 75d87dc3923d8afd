import type { Minute, Timeline } from '@millrace/core/calendar'
import type { MspdiTimephased } from './timephased.ts'

/** Work of an assignment that is left, and how much of it lies elsewhere than evenly spread work would. */
export type UnevenWork = { readonly leftMin: number; readonly movedMin: number }

/** What rounding and the edges of days make of even work is not uneven. */
const MOVED_SHARE = 0.05
const MOVED_MIN = 60

/**
 * Finds whether the work that is left of an assignment is planned unevenly (a contour): more of it on some days than
 * on others.
 *
 * @param line the working time of its task
 * @returns null when it is even, or not told by day
 */
export function unevenWork(timephased: readonly MspdiTimephased[], line: Timeline): UnevenWork | null {
  const left = timephased.filter(({ measure, amount }) => measure === 'remaining-work' && amount > 0)
  const lengths = left.map(
    ({ start, finish }) => line.toWork(minuteAt(finish)) - line.toWork(minuteAt(start)),
  )
  const leftMin = left.reduce((sum, { amount }) => sum + amount, 0)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  if (left.length < 2 || all <= 0) return null
  const even = (index: number) => (leftMin * (lengths[index] ?? 0)) / all
  const movedMin = left.reduce((sum, { amount }, index) => sum + Math.max(0, amount - even(index)), 0)
  return movedMin < MOVED_MIN || movedMin < leftMin * MOVED_SHARE ? null : { leftMin, movedMin }
}

/** With its seconds. */
function minuteAt(moment: string): Minute {
  return Date.parse(`${moment}Z`) / 60_000
}
