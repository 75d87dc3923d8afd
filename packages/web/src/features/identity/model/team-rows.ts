import type { Team } from '../../../platform/store/index.ts'

/** A team and how deep it stands below others. */
export type TeamRow = { readonly team: Team; readonly depth: number }

/** Teams in use as an outline: each below the one it belongs to, by name. */
export function teamRows(teams: Iterable<Team>): readonly TeamRow[] {
  const inUse = [...teams].filter(({ archivedAt }) => archivedAt === null)
  const known = new Set(inUse.map(({ id }) => id))
  const below = new Map<string | null, Team[]>()
  for (const team of inUse) {
    const parent = team.parentId !== null && known.has(team.parentId) ? team.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), team])
  }
  const walk = (parentId: string | null, depth: number): TeamRow[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)])
  return walk(null, 0)
}
