import { formatUnit, readSpan } from '../../../ui/index.ts'

const MINUTE_MS = 60_000

const CLOCK_MIN = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const

/** Clock time in few letters: 45 min, 5 h, 12 d. */
export function formatClockSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS))
  if (minutes < 60) return formatUnit(minutes, 'minutes')
  if (minutes < 2 * 1440) return formatUnit(Math.round(minutes / 60), 'hours')
  return formatUnit(Math.round(minutes / 1440), 'days')
}

/** Minutes as they are written into a field: 45m, 4h, 2d. Empty for none. */
export function writeMinutes(minutes: number | null): string {
  if (minutes === null) return ''
  if (minutes % 1440 === 0) return `${String(minutes / 1440)}d`
  return minutes % 60 === 0 ? `${String(minutes / 60)}h` : `${String(minutes)}m`
}

/**
 * Reads clock time or effort: 45m, 4h, 1h 30m, 2d (of 24 hours), 1w.
 *
 * @returns minutes; null for an empty text; undefined when it cannot be read
 */
export function readMinutes(text: string): number | null | undefined {
  return text.trim() === '' ? null : readSpan(text, CLOCK_MIN)
}
