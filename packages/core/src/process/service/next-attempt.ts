import { type Instant, seededRandom } from '../../kernel/index.ts'
import type { BackOff } from './service.ts'

/** An attempt that came to nothing. */
export type FailedAttempt = {
  readonly backOff: BackOff
  /** How often it has failed, this time included. */
  readonly failures: number
  /** Attempts that are left. */
  readonly left: number
  readonly now: Instant
  /** Any whole number: the same one gives the same moment. */
  readonly seed: number
  /** Not earlier than this, as whoever was asked said; null: they said nothing. */
  readonly notBefore: Instant | null
}

/** Whoever was asked may put off an attempt so long, and no longer. */
const PUT_OFF_MAX_MS = 86_400_000
/** Callers that failed together do not come again together. */
const JITTER = 0.2

/** Whether something that failed is tried again, and when; or whether somebody has to look. */
export function nextAttempt({
  backOff,
  failures,
  left,
  now,
  seed,
  notBefore,
}: FailedAttempt): { readonly kind: 'again'; readonly at: Instant } | { readonly kind: 'incident' } {
  if (left <= 0) return { kind: 'incident' }
  const own = now + waitMs(backOff, failures, seed)
  const asked = notBefore === null ? own : Math.min(notBefore, now + PUT_OFF_MAX_MS)
  return { kind: 'again', at: Math.max(own, asked) }
}

function waitMs(backOff: BackOff, failures: number, seed: number): number {
  const before = Math.max(failures - 1, 0)
  if (backOff.kind === 'list') return backOff.waitsMs[Math.min(before, backOff.waitsMs.length - 1)] ?? 0
  const plain = Math.min(backOff.firstMs * 2 ** before, backOff.maxMs)
  const random = seededRandom(seed + failures)
  return Math.round(plain * (1 - JITTER + 2 * JITTER * random()))
}
