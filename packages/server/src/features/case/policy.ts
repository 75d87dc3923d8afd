import { demand, mayInContainers, refuse, type Unit } from '../../platform/commands/index.ts'
import type { CaseSet } from './case-set.ts'
import type { HeldCase } from './held-case.ts'

/** The case with this id, when the person may work on it; archived ones rest. */
export function caseFor(
  unit: Unit,
  set: CaseSet,
  wanted: {
    readonly id: string
    readonly index: number
    readonly permission?: 'item.write' | 'item.comment'
  },
): HeldCase {
  const { id, index, permission = 'item.write' } = wanted
  demand(unit.principal.access, { permission, containerIds: [id], what: 'case' }, index)
  const held = set.find(id)
  if (!held) return refuse('platform.not_found', { what: 'case' }, index)
  if (held.info.isArchived) refuse('work.container_archived', { name: held.info.name }, index)
  return held
}

/** Refuses a change of a case that is closed: it is taken up again first. */
export function demandOpen({ info }: HeldCase, index: number): void {
  if (info.state === 'closed') refuse('case.closed', { name: info.name }, index)
}

/**
 * The roles of a case that whoever acts has: who manages it has all of them, others those that go by the name of a team
 * they belong to or of the role that they have in it.
 */
export function rolesOf(unit: Unit, held: HeldCase, teamNames: readonly string[]): readonly string[] {
  const roles = held.standing?.model.roles ?? []
  if (mayInContainers(unit.principal.access, 'container.manage', [held.info.id])) return roles
  const own = new Set(teamNames.map((name) => name.toLowerCase()))
  return roles.filter((role) => own.has(role.toLowerCase()))
}
