import { operations } from '@millrace/contract'
import {
  decodeMomentCursor,
  encodeMomentCursor,
  type MomentCursor,
  mayInOrganisation,
  query,
} from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { presentInvitation } from '../present-invitation.ts'
import { INVITATION_COLUMNS, type InvitationRow } from '../store/invitations.ts'

/** Invitations that are neither accepted nor taken back: everybody's for who manages people, else one's own. */
export const listInvitations = query(operations['identity.listInvitations'], async (context, input) => {
  const { tx, principal, organisationId, now } = context
  const rows = await readPending(tx, {
    organisationId,
    invitedBy: mayInOrganisation(principal, 'people.manage') ? null : principal.personId,
    before: input.cursor === undefined ? null : decodeMomentCursor(input.cursor),
    limit: input.limit,
  })
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return {
    invitations: rows.map((row) => presentInvitation(row, { now, access: principal.access })),
    next: last ? encodeMomentCursor({ at: last.created_at, id: last.id }) : null,
  }
})

async function readPending(
  tx: Tx,
  which: {
    readonly organisationId: string
    readonly invitedBy: string | null
    readonly before: MomentCursor | null
    readonly limit: number
  },
): Promise<readonly InvitationRow[]> {
  return await tx.query<InvitationRow>({
    name: 'identity_read_pending_invitations',
    text: `
select ${INVITATION_COLUMNS}
from invitation i
where i.organisation_id = $1
  and i.accepted_at is null
  and i.revoked_at is null
  and ($2::uuid is null or i.invited_by = $2)
  and ($3::bigint is null or (i.created_at, i.id) < (to_timestamp($3::bigint / 1000.0), $4::uuid))
order by i.created_at desc, i.id desc
limit $5`,
    values: [
      which.organisationId,
      which.invitedBy,
      which.before?.at ?? null,
      which.before?.id ?? null,
      which.limit,
    ],
  })
}
