import { err, ok, type Result } from '../kernel/index.ts'

/** What a person is in an organisation. */
export type OrgRole = 'owner' | 'admin' | 'member' | 'guest'

/** A placeholder stands for somebody who was named and has not joined; an inactive person has left. */
export type PersonStatus = 'active' | 'placeholder' | 'inactive'

/** What decides on a person's rights. */
export type Membership = { readonly orgRole: OrgRole; readonly status: PersonStatus }

/** What somebody wants to make of a person. */
export type MembershipChange = {
  readonly orgRole?: OrgRole | undefined
  readonly status?: 'active' | 'inactive' | undefined
}

/** The circumstances of a change of membership. */
export type MembershipContext = {
  /** The role of whoever makes the change. */
  readonly actorRole: OrgRole
  readonly name: string
  /** Whether the person can sign in; who cannot is a placeholder when active again. */
  readonly hasAccount: boolean
  /** Other active owners of the organisation. */
  readonly otherOwnerCount: number
}

/**
 * What a person becomes.
 *
 * @returns refused with `identity.owner_only` when somebody else than an owner touches one, and with
 *   `identity.last_owner` when nobody would be left to own the organisation
 */
export function changeMembership(
  before: Membership,
  change: MembershipChange,
  context: MembershipContext,
): Result<Membership> {
  const after: Membership = {
    orgRole: change.orgRole ?? before.orgRole,
    status: statusAfter(before, change, context),
  }
  const isSame = after.orgRole === before.orgRole && after.status === before.status
  if (isSame) return ok(before)
  const touchesOwner = before.orgRole === 'owner' || after.orgRole === 'owner'
  if (touchesOwner && context.actorRole !== 'owner') return err({ code: 'identity.owner_only' })
  if (isActiveOwner(before) && !isActiveOwner(after) && context.otherOwnerCount === 0) {
    return err({ code: 'identity.last_owner', params: { name: context.name } })
  }
  return ok(after)
}

/** Whether this person can act as an owner now. */
export function isActiveOwner(membership: Membership): boolean {
  return membership.orgRole === 'owner' && membership.status === 'active'
}

/** Whether somebody of this role may add a person of that one: owners are made by owners. */
export function mayAppoint(actorRole: OrgRole, orgRole: OrgRole): boolean {
  return orgRole !== 'owner' || actorRole === 'owner'
}

function statusAfter(
  before: Membership,
  { status }: MembershipChange,
  context: MembershipContext,
): PersonStatus {
  if (status === undefined) return before.status
  return status === 'active' && !context.hasAccount ? 'placeholder' : status
}
