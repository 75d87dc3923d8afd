import type { Unit } from '../../../platform/commands/index.ts'

/** Takes people and teams out of teams that go, or that they go from. */
export async function deleteMemberships(
  unit: Unit,
  gone: { readonly personIds: readonly string[]; readonly teamIds: readonly string[] },
): Promise<void> {
  await unit.tx.query({
    text: `
delete from team_member m
where m.organisation_id = $1
  and (m.person_id = any($2::uuid[]) or m.team_id = any($3::uuid[]))`,
    values: [unit.organisationId, gone.personIds, gone.teamIds],
  })
}

/** Deletes teams. Nothing may refer to them. */
export async function deleteTeams(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from team where organisation_id = $1 and id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}

/** Deletes people. Nothing may refer to them. */
export async function deletePeople(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from person where organisation_id = $1 and id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}
