import { operations, type ParsedInputOf } from '@millrace/contract'
import { checkTeamPlace, type Team } from '@millrace/core/people'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { accessChanged, type IdentityEventKind, identityEvent } from '../identity-events.ts'
import { presentTeam } from '../present.ts'
import { readPeople, readTeams } from '../queries/read-directory.ts'
import { touchAccess } from '../store/access-version.ts'
import { saveTeamMembers, saveTeams, type TeamRow } from '../store/teams.ts'

type Teams = Map<string, TeamRow>

/** Adds teams. */
export const createTeam = command(operations['identity.createTeam'], async (unit, inputs) => {
  const teams = await loadTeams(unit)
  const made = new Set<string>()
  for (const [index, { id, name, parentId }] of inputs.entries()) {
    if (teams.has(id)) refuse('platform.exists', { what: 'team' }, index)
    const { kind: origin } = unit.origin
    teams.set(id, { id, parent_id: parentId, name, member_ids: [], origin, archived_at: null, version: 1 })
    made.add(id)
  }
  // Only now: a team may stand below one that comes later in the same batch.
  inputs.forEach(({ id }, index) => {
    accepted(checkTeamPlace(placesOf(teams), id), index)
  })
  const rows = inputs.flatMap(({ id }) => teams.get(id) ?? [])
  await saveTeams(unit, rows)
  return finish(unit, 'identity.team_created', rows)
})

/** Renames, moves, archives and restores teams. */
export const changeTeam = command(operations['identity.changeTeam'], async (unit, inputs) => {
  const teams = await loadTeams(unit)
  const rows = inputs.map(({ id, patch }, index) => {
    const before = teams.get(id) ?? refuse('platform.not_found', { what: 'team' }, index)
    const after = patched(unit, before, patch)
    teams.set(id, after)
    accepted(checkTeamPlace(placesOf(teams), id), index)
    return after
  })
  await saveTeams(unit, lastOf(rows))
  return finish(unit, 'identity.team_changed', rows)
})

/** Says who belongs to teams. */
export const setTeamMembers = command(operations['identity.setTeamMembers'], async (unit, inputs) => {
  const teams = await loadTeams(unit)
  const wished = [...new Set(inputs.flatMap(({ memberIds }) => memberIds))]
  const people = await readPeople(unit.tx, { organisationId: unit.organisationId, ids: wished })
  const known = new Set(people.map((row) => row.id))
  const rows = inputs.map(({ id, memberIds }, index) => {
    const before = teams.get(id) ?? refuse('platform.not_found', { what: 'team' }, index)
    if (before.archived_at !== null) refuse('identity.team_archived', { name: before.name }, index)
    if (memberIds.some((personId) => !known.has(personId)))
      refuse('platform.reference_unknown', { field: 'person' }, index)
    const after = { ...before, member_ids: [...new Set(memberIds)].toSorted(), version: before.version + 1 }
    teams.set(id, after)
    return after
  })
  await saveTeams(unit, lastOf(rows))
  await saveTeamMembers(unit, lastOf(rows))
  return finish(unit, 'identity.team_members_set', rows)
})

/** Every team, with the organisation's row held, so that trees change one after the other. */
async function loadTeams(unit: Unit): Promise<Teams> {
  await touchAccess(unit)
  const rows = await readTeams(unit.tx, { organisationId: unit.organisationId, ids: null })
  return new Map(rows.map((row) => [row.id, row]))
}

type Patch = ParsedInputOf<(typeof operations)['identity.changeTeam']>['patch']

function patched(unit: Unit, before: TeamRow, patch: Patch): TeamRow {
  return {
    ...before,
    name: patch.name ?? before.name,
    parent_id: patch.parentId === undefined ? before.parent_id : patch.parentId,
    archived_at: archivedAt(unit, before, patch.isArchived),
    version: before.version + 1,
  }
}

function archivedAt(unit: Unit, before: TeamRow, isArchived: boolean | undefined): number | null {
  if (isArchived === undefined) return before.archived_at
  return isArchived ? (before.archived_at ?? unit.now) : null
}

function placesOf(teams: Teams): ReadonlyMap<string, Team> {
  return new Map(
    [...teams.values()].map((row) => [
      row.id,
      {
        id: row.id,
        parentId: row.parent_id,
        name: row.name,
        isArchived: row.archived_at !== null,
      },
    ]),
  )
}

/** A batch may change one team several times; only how it ends is written. */
function lastOf(rows: readonly TeamRow[]): readonly TeamRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function finish(unit: Unit, kind: IdentityEventKind, rows: readonly TeamRow[]) {
  unit.record(
    rows.flatMap((row) => {
      const subject = { kind: 'team', id: row.id }
      return [
        identityEvent(unit, kind, { subject, data: { team: presentTeam(row) } }),
        accessChanged(unit, subject),
      ]
    }),
  )
  return rows.map(presentTeam)
}
