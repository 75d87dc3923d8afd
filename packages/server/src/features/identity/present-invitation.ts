import type { InvitationView } from '@millrace/contract'
import { invitationState } from '@millrace/core/people'
import { type Access, roleIn } from '../../platform/commands/index.ts'
import type { InvitationRow } from './store/invitations.ts'

/** An invitation as somebody sees it: of what it lets into, only what they see themselves. */
export function presentInvitation(
  row: InvitationRow,
  seen: { readonly now: number; readonly access: Access },
): InvitationView {
  return {
    id: row.id,
    email: row.email,
    orgRole: row.org_role,
    containers: row.containers.filter(({ containerId }) => roleIn(seen.access, containerId) !== null),
    invitedById: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: invitationState(
      { expiresAt: row.expires_at, acceptedAt: row.accepted_at, revokedAt: row.revoked_at },
      seen.now,
    ),
    mail: row.mail,
    version: row.version,
  }
}
