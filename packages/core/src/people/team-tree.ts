import { err, type Id, ok, type Result } from '../kernel/index.ts'

/** A team as far as its place among the others goes. */
export type Team = {
  readonly id: Id<'Team'>
  readonly parentId: Id<'Team'> | null
  readonly name: string
  readonly isArchived: boolean
}

/**
 * Whether a team may stand where it stands now.
 *
 * @param teams every team of the organisation by id, the changed one in its new place
 * @param id the changed team
 * @returns refused with `platform.reference_unknown` (no such parent), `identity.team_cycle` naming
 *   the way round, `identity.team_archived` (an active team below an archived one) or
 *   `identity.team_has_teams` (an archived team above active ones)
 */
export function checkTeamPlace(teams: ReadonlyMap<string, Team>, id: Id<'Team'>): Result<Team> {
  const team = teams.get(id)
  if (!team) return err({ code: 'platform.not_found', params: { what: 'team' } })
  const path = wayUp(teams, team)
  if (path === null) return err({ code: 'platform.reference_unknown', params: { field: 'parent' } })
  if (path.length > 1 && path.at(-1) === team) {
    return err({ code: 'identity.team_cycle', params: { path: path.map((one) => one.name) } })
  }
  return checkArchived(teams, team)
}

function checkArchived(teams: ReadonlyMap<string, Team>, team: Team): Result<Team> {
  if (team.isArchived) {
    const isEmpty = [...teams.values()].every((other) => other.parentId !== team.id || other.isArchived)
    return isEmpty ? ok(team) : err({ code: 'identity.team_has_teams', params: { name: team.name } })
  }
  const parent = team.parentId === null ? undefined : teams.get(team.parentId)
  return parent?.isArchived
    ? err({ code: 'identity.team_archived', params: { name: parent.name } })
    : ok(team)
}

/** From the team upwards; it ends with the team itself if it runs in a circle, and is null if a parent is missing. */
function wayUp(teams: ReadonlyMap<string, Team>, team: Team): readonly Team[] | null {
  const path = [team]
  const seen = new Set<string>()
  for (let at = team; at.parentId !== null; ) {
    const parent = teams.get(at.parentId)
    if (!parent) return null
    path.push(parent)
    if (parent === team || seen.has(parent.id)) return path
    seen.add(parent.id)
    at = parent
  }
  return path
}
