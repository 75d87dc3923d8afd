export { AUDIT_KINDS, type AuditGroup, type AuditSubject, auditKinds, auditSubject } from './audit.ts'
export { CONTAINER_ROLES, type ContainerRole, containerRoleOf } from './container-role.ts'
export {
  checkInvitation,
  INVITATION_DAYS,
  type InvitationState,
  type InvitationWish,
  type Inviter,
  invitationState,
  raisedRole,
} from './invitation.ts'
export {
  changeMembership,
  isActiveOwner,
  type Membership,
  type MembershipChange,
  type MembershipContext,
  mayAppoint,
  type OrgRole,
  type PersonStatus,
} from './membership.ts'
export {
  decideProviderEntry,
  type KnownPerson,
  type NewEntry,
  type ProviderClaims,
  type ProviderEntry,
  type ProviderFacts,
  type ProviderRules,
} from './provider-entry.ts'
export { checkTeamPlace, type Team } from './team-tree.ts'
export { impliedScopes, TOKEN_SCOPES, type TokenScope } from './token-scope.ts'
