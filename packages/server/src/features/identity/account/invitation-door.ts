import { checkInvitation, invitationState, type OrgRole } from '@millrace/core/people'
import { refuse, roleIn } from '../../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../../platform/db/transaction.ts'
import type { AccessCache } from '../access-cache.ts'
import type { AttemptCounter } from '../auth/attempt-counter.ts'
import { hashOfInvitation } from '../invitation-secret.ts'
import { type FoundInvitation, findInvitation } from '../queries/find-invitation.ts'

/** What looking at an invitation needs. */
export type DoorDeps = { readonly accessCache: AccessCache; readonly attempts: AttemptCounter }

/** An invitation that holds, and what its maker may do now. */
export type OpenInvitation = { readonly found: FoundInvitation; readonly inviterRole: OrgRole }

/** Nobody guesses 256 bits; this keeps strangers from having passwords hashed and tables searched. */
const ATTEMPTS = { window: 600, max: 60 } as const

/**
 * Counts an attempt of an address.
 *
 * @throws Refused with `platform.too_many_requests`
 */
export function countAttempt({ attempts }: DoorDeps, address: string): void {
  if (attempts.add(`invitation|${address}`, ATTEMPTS) !== null) refuse('platform.too_many_requests')
}

/**
 * The invitation of a link. It is worth no more than what its maker may do now: whoever has left or
 * lost their rights invites nobody.
 *
 * @throws Refused with `identity.invitation_void`, whatever the reason
 */
export async function findOpenInvitation(
  { accessCache }: DoorDeps,
  db: Db,
  asked: { readonly organisationId: string; readonly secret: string; readonly now: number },
): Promise<OpenInvitation> {
  const { organisationId, secret, now } = asked
  const found = await inTransaction(db, organisationId, (tx) =>
    findInvitation(tx, organisationId, hashOfInvitation(secret)),
  )
  if (!found || stateOf(found, now) !== 'open') return refuse('identity.invitation_void')
  const inviter = await accessCache.find({
    organisationId,
    personId: found.invited_by,
    version: found.access_version,
  })
  if (!inviter) return refuse('identity.invitation_void')
  const checked = checkInvitation(
    { orgRole: inviter.orgRole, roleIn: (id) => roleIn(inviter.access, id) },
    { orgRole: found.org_role, containerIds: found.containers.map(({ containerId }) => containerId) },
  )
  return checked.ok ? { found, inviterRole: inviter.orgRole } : refuse('identity.invitation_void')
}

/** Whether an invitation still holds. */
export function stateOf(
  row: Pick<FoundInvitation, 'expires_at' | 'accepted_at' | 'revoked_at'>,
  now: number,
) {
  return invitationState(
    { expiresAt: row.expires_at, acceptedAt: row.accepted_at, revokedAt: row.revoked_at },
    now,
  )
}
