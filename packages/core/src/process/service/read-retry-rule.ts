import { parseDuration } from '../../decision/index.ts'
import type { BackOff } from './service.ts'

const ATTEMPTS_MAX = 100
const WAIT_MAX_MS = 30 * 86_400_000
const DEFAULT_ATTEMPTS = 3
const DEFAULT_BACK_OFF: BackOff = { kind: 'exponential', firstMs: 10_000, maxMs: 3_600_000 }
const WHOLE = /^\d{1,3}$/

/** How often it is tried; null where that is no number from 1 to 100. */
export function readAttempts(written: string | null): number | null {
  if (written === null) return DEFAULT_ATTEMPTS
  const attempts = WHOLE.test(written) ? Number(written) : 0
  return attempts >= 1 && attempts <= ATTEMPTS_MAX ? attempts : null
}

/**
 * How long it is waited in between.
 *
 * @param written ISO 8601 durations in a row, or two with `..` between them; null: from ten seconds up to an hour
 * @returns null where it is neither, or longer than thirty days
 */
export function readBackOff(written: string | null): BackOff | null {
  if (written === null) return DEFAULT_BACK_OFF
  const [first, max, ...rest] = written.split('..').map(readWaitMs)
  if (max !== undefined) {
    if (first === null || first === undefined || max === null || rest.length > 0) return null
    return first > 0 && max >= first ? { kind: 'exponential', firstMs: first, maxMs: max } : null
  }
  const waits = written.split(',').map(readWaitMs)
  const waitsMs = waits.filter((wait) => wait !== null)
  return waitsMs.length === waits.length ? { kind: 'list', waitsMs } : null
}

/** Milliseconds of a duration; null where it is none, less than nothing or longer than thirty days. */
export function readWaitMs(written: string): number | null {
  const duration = parseDuration(written.trim())
  if (duration?.kind !== 'days and time duration') return null
  const ms = Number(duration.nanos / 1_000_000n)
  return ms >= 0 && ms <= WAIT_MAX_MS ? ms : null
}
