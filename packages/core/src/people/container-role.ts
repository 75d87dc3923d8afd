import type { OrgRole } from './membership.ts'

/** What somebody may do in a container, from the weakest to the strongest. */
export const CONTAINER_ROLES = ['viewer', 'commenter', 'contributor', 'manager'] as const
/** One of them. */
export type ContainerRole = (typeof CONTAINER_ROLES)[number]

/**
 * The role a person has in a container: members contribute to what is open, grants to the person or
 * to a team they belong to raise that, guests have only their grants, and who runs the organisation
 * manages everything.
 *
 * @returns null when the person cannot see the container
 */
export function containerRoleOf(circumstances: {
  readonly orgRole: OrgRole
  readonly isOpen: boolean
  readonly granted: readonly ContainerRole[]
}): ContainerRole | null {
  const { orgRole, isOpen, granted } = circumstances
  if (orgRole === 'owner' || orgRole === 'admin') return 'manager'
  const own: readonly ContainerRole[] = orgRole === 'member' && isOpen ? ['contributor'] : []
  return strongest([...own, ...granted])
}

function strongest(roles: readonly ContainerRole[]): ContainerRole | null {
  const ranks = roles.map((role) => CONTAINER_ROLES.indexOf(role))
  return CONTAINER_ROLES[Math.max(-1, ...ranks)] ?? null
}
