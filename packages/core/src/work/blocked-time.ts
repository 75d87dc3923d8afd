import type { Instant } from '../kernel/index.ts'

/** From when until when something was in the way; null: it still is. */
export type BlockedSpan = { readonly from: Instant; readonly until: Instant | null }

/**
 * Clock time with at least one open blocker. Spans that overlap count once.
 *
 * @param spans ordered by their beginning
 * @param now until when open spans are counted
 * @returns milliseconds
 */
export function blockedMs(spans: readonly BlockedSpan[], now: Instant): number {
  let total = 0
  let covered = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    const until = Math.min(span.until ?? now, now)
    total += Math.max(0, until - Math.max(span.from, covered))
    covered = Math.max(covered, until)
  }
  return total
}
