import { formatUnit } from '../../../ui/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A length of clock time in few letters: 3 min, 5 h, 12 d, 7 mo. */
export function formatSpan(ms: number): string {
  if (ms < HOUR_MS) return formatUnit(Math.max(1, Math.round(ms / MINUTE_MS)), 'minutes')
  if (ms < DAY_MS) return formatUnit(Math.round(ms / HOUR_MS), 'hours')
  const days = Math.round(ms / DAY_MS)
  if (days < 60) return formatUnit(days, 'days')
  if (days < 730) return formatUnit(Math.round(days / 30.4), 'months')
  return formatUnit(Math.round(days / 365.25), 'years')
}
