import { operations } from '@millrace/contract'
import { visitorOperation } from './account-operation.ts'
import { countAttempt, type DoorDeps, findOpenInvitation } from './invitation-door.ts'

/** What a link invites to, for whoever has it. */
export function createOpenInvitation(deps: DoorDeps) {
  return visitorOperation(operations['identity.openInvitation'], async (context, input) => {
    countAttempt(deps, context.address)
    const { found } = await findOpenInvitation(deps, context.db, { ...input, now: context.now })
    return {
      organisation: { id: input.organisationId, slug: found.slug, name: found.organisation_name },
      email: found.email,
      orgRole: found.org_role,
      invitedBy: found.inviter_name,
      expiresAt: found.expires_at,
    }
  })
}
