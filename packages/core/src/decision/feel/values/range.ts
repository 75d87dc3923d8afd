import { equal } from './equality.ts'
import { compareOrdered } from './ordering.ts'
import type { FeelRange, FeelValue } from './value.ts'

/** Whether a value lies within a range; null when it cannot be compared with its bounds. */
export function includes(range: FeelRange, value: FeelValue): boolean | null {
  const { start, end, isStartIncluded, isEndIncluded } = range
  if (start !== null && start === end && isStartIncluded && isEndIncluded) return equal(value, start)
  if (start === null && end === null) return null
  const above = start === null ? 1 : compareOrdered(value, start)
  const below = end === null ? -1 : compareOrdered(value, end)
  if (above === null || below === null) return null
  return (isStartIncluded ? above >= 0 : above > 0) && (isEndIncluded ? below <= 0 : below < 0)
}
