import type { Db } from '../../platform/db/transaction.ts'
import type { AttemptCounter } from './auth/attempt-counter.ts'
import { FAILURES_TOLD } from './auth/auth-paths.ts'
import type { Told } from './auth/auth-routes.ts'
import { happeningOf } from './auth/visit.ts'
import type { NoteVisit } from './note-visit.ts'
import { findUserId } from './queries/find-visitor.ts'

/**
 * Notes what the sign-in flows answered: who came, who failed to come in, who went, and what changed
 * in how they prove who they are. Of failures so many an hour and account, since strangers make them;
 * those under an address that nobody has concern no organisation.
 */
export function createTellVisits(deps: {
  readonly db: Db
  readonly attempts: AttemptCounter
  readonly noteVisit: NoteVisit
}): (told: Told) => Promise<void> {
  return async ({ path, request, user, userId, email, isHalfway, refusal }) => {
    const happening = happeningOf({ path, isSignedIn: user !== null, isHalfway, refusal })
    if (happening === null) return
    const isFailure = happening.kind === 'identity.sign_in_failed'
    const byEmail = isFailure && path === '/sign-in/email'
    const who = byEmail ? await findUserId(deps.db, email ?? '') : userId
    if (who === null) return
    if (isFailure && deps.attempts.add(`told|${who}`, FAILURES_TOLD) !== null) return
    const isSame = user !== null && user.userId === who
    const organisationId = isSame && happening.door === null ? user.providerOrganisationId : null
    await deps.noteVisit({ userId: who, organisationId, address: request.ip }, happening)
  }
}
