import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { accessChanged } from './identity-events.ts'
import { findReferenced } from './queries/find-referenced.ts'
import { touchAccess } from './store/access-version.ts'
import { deleteMemberships, deletePeople, deleteSignIns, deleteTeams } from './store/forget.ts'

/**
 * Which of the people and teams nothing names any more. A team above one that stays, stays; so does
 * whoever can sign in, unless `auth_member` is leaving.
 *
 * @param leaving tables whose rows the caller deletes together with the people they name
 */
export async function findForgettable(
  unit: Unit,
  candidates: {
    readonly personIds: readonly string[]
    readonly teamIds: readonly string[]
    readonly leaving: readonly string[]
  },
): Promise<{ readonly personIds: readonly string[]; readonly teamIds: readonly string[] }> {
  const { personIds, teamIds, leaving } = candidates
  const keptPeople = await findReferenced(unit.tx, unit.organisationId, {
    entity: 'person',
    ids: personIds,
    ignored: ['team_member', ...leaving],
  })
  const keptTeams = await findReferenced(unit.tx, unit.organisationId, {
    entity: 'team',
    ids: teamIds,
    // Teams below go with the team above them; who was in it need not.
    ignored: ['team_member', 'team'],
  })
  return {
    personIds: personIds.filter((id) => !keptPeople.has(id)),
    // Kept as a whole when one of them is needed: they are a tree.
    teamIds: keptTeams.size > 0 ? [] : teamIds,
  }
}

/**
 * Deletes people and teams that nothing names, with the accounts of those who belong nowhere else,
 * for good.
 *
 * @returns what is gone
 */
export async function forgetPeople(
  unit: Unit,
  gone: { readonly personIds: readonly string[]; readonly teamIds: readonly string[] },
): Promise<readonly SubjectRef[]> {
  const { personIds, teamIds } = gone
  if (personIds.length + teamIds.length === 0) return []
  await deleteMemberships(unit, gone)
  await deleteTeams(unit, teamIds)
  await deleteSignIns(unit, personIds)
  await deletePeople(unit, personIds)
  await touchAccess(unit)
  unit.record([accessChanged(unit, { kind: 'organisation', id: unit.organisationId })])
  return [...personIds.map((id) => ({ kind: 'person', id })), ...teamIds.map((id) => ({ kind: 'team', id }))]
}
