import type { FieldAudience, FieldView } from '@millrace/contract'
import type { Lookup } from './lookup.ts'

/** Who sees and who changes a field, as it is being written. */
export type FieldRules = Pick<FieldView, 'seenBy' | 'changedBy'>

/** Everybody. */
export const NO_RULES: FieldRules = { seenBy: null, changedBy: null }

type Named = { readonly value: string; readonly label: string }
type Names = Pick<Lookup, 'people' | 'teams'>

/** Nobody besides those who run the organisation. */
export const NOBODY: FieldAudience = { roles: [], teamIds: [], personIds: [] }

const ROLES = ['member', 'guest'] as const

/** An audience as the values of a list to choose from. */
export function chosenOf({ roles, teamIds, personIds }: FieldAudience): string[] {
  return [
    ...roles.map((role) => `role ${role}`),
    ...teamIds.map((id) => `team ${id}`),
    ...personIds.map((id) => `person ${id}`),
  ]
}

/** The audience that such values mean. */
export function audienceOf(chosen: readonly string[]): FieldAudience {
  const idsOf = (kind: string) =>
    chosen.filter((value) => value.startsWith(`${kind} `)).map((value) => value.slice(kind.length + 1))
  const roles = idsOf('role')
  return {
    roles: ROLES.filter((role) => roles.includes(role)),
    teamIds: idsOf('team'),
    personIds: idsOf('person'),
  }
}

/** Everybody who can be chosen: roles, teams, and the people that roles do not let in anyway. */
export function audienceChoices(
  { people, teams }: Names,
  roles: Readonly<Record<(typeof ROLES)[number], string>>,
): { readonly roles: Named[]; readonly teams: Named[]; readonly people: Named[] } {
  const byLabel = (a: Named, b: Named) => a.label.localeCompare(b.label)
  return {
    roles: ROLES.map((role) => ({ value: `role ${role}`, label: roles[role] })),
    teams: [...teams.values()]
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => ({ value: `team ${id}`, label: name }))
      .toSorted(byLabel),
    people: [...people.values()]
      .filter(({ status, orgRole }) => status !== 'inactive' && orgRole !== 'owner' && orgRole !== 'admin')
      .map(({ id, name }) => ({ value: `person ${id}`, label: name }))
      .toSorted(byLabel),
  }
}
