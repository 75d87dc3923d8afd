import type { Minute } from '../../calendar/index.ts'
import type { Instant } from '../../kernel/index.ts'

const MINUTE_MS = 60_000

/** A moment as the network counts them. */
export function minuteOf(at: Instant): Minute {
  return Math.floor(at / MINUTE_MS)
}
