import type { Permission } from '@millrace/contract'
import { type Access, mayInContainers } from './principal.ts'
import { refuse } from './refused.ts'

/**
 * Goes on only if the person may do this in at least one of the containers. What they cannot see is
 * as if it were not there.
 *
 * @throws Refused with `platform.not_found` naming `what`, or with `platform.not_allowed`
 */
export function demand(
  access: Access,
  wanted: {
    readonly permission: Permission
    readonly containerIds: readonly string[]
    readonly what: string
  },
  index = 0,
): void {
  const { permission, containerIds, what } = wanted
  if (!mayInContainers(access, 'container.read', containerIds)) refuse('platform.not_found', { what }, index)
  if (!mayInContainers(access, permission, containerIds))
    refuse('platform.not_allowed', { permission }, index)
}
