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

/** Deletes how people sign in here, and the accounts of those who belong nowhere else. */
export async function deleteSignIns(unit: Unit, personIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
with token as (
  delete from api_token t
  where t.organisation_id = $1
    and t.person_id = any($2::uuid[])
), member as (
  delete from auth_member m
  where m.organisation_id = $1
    and m.person_id = any($2::uuid[])
  returning m.user_id
)
delete from auth_user u
using member m
where u.id = m.user_id
  and not exists (
    select 1
    from auth_member o
    where o.user_id = u.id
      and o.organisation_id <> $1)`,
    values: [unit.organisationId, personIds],
  })
}
