import { err, ok, type Result } from '../kernel/index.ts'
import { CONTAINER_ROLES, type ContainerRole } from './container-role.ts'
import { mayAppoint, type OrgRole } from './membership.ts'

/** How long the link of an invitation opens the door, in days: long enough for a holiday. */
export const INVITATION_DAYS = 14

/** What has become of an invitation. */
export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked'

/** The state of an invitation at a moment; all in milliseconds since 1970. */
export function invitationState(
  invitation: {
    readonly expiresAt: number
    readonly acceptedAt: number | null
    readonly revokedAt: number | null
  },
  now: number,
): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Whoever invites: their role, and what they may do in a container (null: they cannot see it). */
export type Inviter = {
  readonly orgRole: OrgRole
  readonly roleIn: (containerId: string) => ContainerRole | null
}

/** What somebody is invited to be. */
export type InvitationWish = { readonly orgRole: OrgRole; readonly containerIds: readonly string[] }

/**
 * Whether somebody may invite like this. Who runs the organisation invites anybody; who manages
 * containers invites guests into them. It is asked again when the invitation is accepted, so that it
 * is worth no more than what its maker may do then.
 *
 * @returns refused with `identity.owner_only`, `platform.not_found`, `platform.not_allowed` or
 *   `identity.invitation_guest_only`
 */
export function checkInvitation(inviter: Inviter, wish: InvitationWish): Result<InvitationWish> {
  if (inviter.orgRole === 'owner' || inviter.orgRole === 'admin') {
    return mayAppoint(inviter.orgRole, wish.orgRole) ? ok(wish) : err({ code: 'identity.owner_only' })
  }
  const roles = wish.containerIds.map(inviter.roleIn)
  if (roles.includes(null)) return err({ code: 'platform.not_found', params: { what: 'container' } })
  if (roles.length === 0)
    return err({ code: 'platform.not_allowed', params: { permission: 'people.manage' } })
  if (roles.some((role) => role !== 'manager'))
    return err({ code: 'platform.not_allowed', params: { permission: 'container.manage' } })
  return wish.orgRole === 'guest' ? ok(wish) : err({ code: 'identity.invitation_guest_only' })
}

/**
 * The role somebody has after being let into a container they may be in already: an invitation
 * raises, and never takes away.
 */
export function raisedRole(before: ContainerRole | null, given: ContainerRole): ContainerRole {
  const isRaised = before === null || CONTAINER_ROLES.indexOf(before) < CONTAINER_ROLES.indexOf(given)
  return isRaised ? given : before
}
