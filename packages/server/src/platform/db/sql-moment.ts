import type { Instant } from '@millrace/core/kernel'

/** A moment as `timestamptz` reads it from JSON. */
export function sqlMoment(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
