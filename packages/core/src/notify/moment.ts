import { err, type Instant, ok, type Result } from '../kernel/index.ts'

/** Longer than anybody plans ahead for a reminder, and short enough to catch a wrong year. */
const AHEAD_MS_MAX = 2 * 366 * 86_400_000

/** A moment to come back to something: it has to lie ahead, and not years away. */
export function checkMoment(at: Instant, now: Instant): Result<Instant> {
  if (at <= now) return err({ code: 'notify.moment_past' })
  if (at > now + AHEAD_MS_MAX) return err({ code: 'notify.moment_too_far' })
  return ok(at)
}
