import { type Instant, isPlainDate } from '@millrace/core/kernel'
import type { TrackerTime } from './tracker-board.ts'

/** 1900 and 2200, the span that plans may use. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 11, 31)
/** ISO 8601 with a zone, also `+0100` without colon as Jira writes it. */
const ZONED = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/

/** A moment as JSON files write it: ISO 8601 with a zone, or milliseconds since 1970; null when it is none. */
export function momentOf(value: unknown): Instant | null {
  if (typeof value === 'number') return within(value)
  const [, local, zone = ''] = (typeof value === 'string' && ZONED.exec(value.trim())) || []
  if (local === undefined) return null
  return within(Date.parse(local + zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')))
}

/** A day or a moment; null when it is neither. */
export function timeOf(value: unknown): TrackerTime | null {
  if (typeof value === 'string' && isPlainDate(value.trim())) return { day: value.trim() }
  const at = momentOf(value)
  return at === null ? null : { at }
}

function within(at: number): Instant | null {
  return at >= EARLIEST && at <= LATEST ? Math.trunc(at) : null
}
