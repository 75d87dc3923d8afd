import { equal } from './equality.ts'
import { compareOrdered } from './ordering.ts'
import type { FeelRange, FeelValue } from './value.ts'

/** Whether a value lies within a range; null when it cannot be compared with its bounds. */
export function includes(range: FeelRange, value: FeelValue): boolean | null {
  const { start, end, isStartIncluded, isEndIncluded } = range
  if (start !== null && start === end && isStartIncluded && isEndIncluded) return equal(value, start)
  if (start === null && end === null) return null
  const isAbove = start === null ? true : isOnSide(compareOrdered(value, start), isStartIncluded)
  const isBelow = end === null ? true : isOnSide(compareOrdered(end, value), isEndIncluded)
  return isAbove === null || isBelow === null ? null : isAbove && isBelow
}

function isOnSide(order: number | null, isIncluded: boolean): boolean | null {
  if (order === null) return null
  return isIncluded ? order >= 0 : order > 0
}
