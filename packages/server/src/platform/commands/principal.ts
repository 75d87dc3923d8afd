import type { Permission } from '@millrace/contract'
import type { Id } from '@millrace/core/kernel'
import type { FieldRights } from '@millrace/core/work'
import type { ItemWall } from './item-wall.ts'

export type OrgRole = 'owner' | 'admin' | 'member' | 'guest'
export type ContainerRole = 'viewer' | 'commenter' | 'contributor' | 'manager'

/** Whoever asks, with what they may do. Made once per request, from cache while nothing changed. */
export type Principal = {
  readonly userId: string | null
  readonly personId: Id<'Person'>
  readonly organisationId: Id<'Organisation'>
  readonly orgRole: OrgRole
  readonly access: Access
  /** What an API token is limited to; null for a person at the screen. */
  readonly scopes: readonly string[] | null
}

/** What a person may do, by container. */
export type Access = {
  /** Raised by the organisation whenever anybody's access may have changed. */
  readonly version: number
  /** `all`, or the containers the person can see with their role in each. */
  readonly containers: 'all' | ReadonlyMap<string, ContainerRole>
  /** The custom fields that the person must not see or change; `EVERY_FIELD` where no rule shuts them out. */
  readonly fields: FieldRights
  /** What keeps confidential items from the person; absent where nothing does. */
  readonly itemWall?: ItemWall
  /** The items that are hidden from the person, known while something is asked or done. */
  readonly hiddenItems?: ReadonlySet<string>
  /** Whether anything in the organisation is confidential. */
  readonly hasConfidential?: boolean
  /** Whether the person keeps the catalogue of practices without running the organisation. */
  readonly keepsPractices?: boolean
}

const ORGANISATION: Readonly<Record<OrgRole, readonly Permission[]>> = {
  owner: [
    'session',
    'organisation.read',
    'organisation.manage',
    'people.manage',
    'practice.manage',
    'container.create',
    'import.run',
  ],
  admin: [
    'session',
    'organisation.read',
    'organisation.manage',
    'people.manage',
    'practice.manage',
    'container.create',
    'import.run',
  ],
  member: ['session', 'organisation.read', 'container.create', 'import.run'],
  guest: ['session', 'organisation.read'],
}

const CONTAINER: Readonly<Record<ContainerRole, readonly Permission[]>> = {
  viewer: ['container.read'],
  commenter: ['container.read', 'item.comment'],
  contributor: ['container.read', 'item.comment', 'item.write'],
  manager: ['container.read', 'item.comment', 'item.write', 'container.manage'],
}

/** The permission matrix, as people see it: what each role may do. */
export const permissionMatrix = { organisation: ORGANISATION, container: CONTAINER } as const

/** Whether a permission is asked of containers rather than of the organisation. */
export function isContainerPermission(permission: Permission): boolean {
  return CONTAINER.manager.includes(permission)
}

/** What a token may do with the scope `admin` only. */
const ADMINISTRATION: readonly Permission[] = ['organisation.manage', 'people.manage']

/** The scope that a token needs to change something under this permission. */
export function scopeToChange(permission: Permission): 'write' | 'admin' {
  return ADMINISTRATION.includes(permission) ? 'admin' : 'write'
}

/** Whether the person may do this in the organisation as a whole, and their token, if they came by one, too. */
export function mayInOrganisation(principal: Principal, permission: Permission): boolean {
  const isWithinScope =
    principal.scopes === null || !ADMINISTRATION.includes(permission) || principal.scopes.includes('admin')
  if (permission === 'practice.manage' && principal.access.keepsPractices) return true
  return isWithinScope && ORGANISATION[principal.orgRole].includes(permission)
}

/** The person's role in a container, or null when they cannot see it. */
export function roleIn(access: Access, containerId: string): ContainerRole | null {
  return access.containers === 'all' ? 'manager' : (access.containers.get(containerId) ?? null)
}

/** Whether the person may do this in at least one of the containers, which is enough for what is in all of them. */
export function mayInContainers(
  access: Access,
  permission: Permission,
  containerIds: readonly string[],
): boolean {
  return containerIds.some((id) => {
    const role = roleIn(access, id)
    return role !== null && CONTAINER[role].includes(permission)
  })
}

/** Whether the person may do this to an item, which they must see besides seeing what it is in. */
export function mayOnItem(
  access: Access,
  permission: Permission,
  item: { readonly id: string; readonly containerIds: readonly string[] },
): boolean {
  return !access.hiddenItems?.has(item.id) && mayInContainers(access, permission, item.containerIds)
}

/** The containers the person can see, for a query's predicate; null means every one. */
export function visibleContainerIds(access: Access): readonly string[] | null {
  return access.containers === 'all' ? null : [...access.containers.keys()]
}
