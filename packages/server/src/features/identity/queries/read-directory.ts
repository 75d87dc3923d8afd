import type { Tx } from '../../../platform/db/transaction.ts'
import type { OrganisationRow } from '../store/organisations.ts'
import { PERSON_COLUMNS, type PersonRow } from '../store/people.ts'
import type { TeamRow } from '../store/teams.ts'

/** More people than any organisation this is made for. */
const PEOPLE_MAX = 50_000
const TEAMS_MAX = 10_000

/** Which rows of an organisation to read; null: all. */
export type Which = { readonly organisationId: string; readonly ids: readonly string[] | null }

/** People by id, or all of them, by name. */
export async function readPeople(tx: Tx, which: Which): Promise<readonly PersonRow[]> {
  return await tx.query<PersonRow>({
    name: 'identity_read_people',
    text: `
select ${PERSON_COLUMNS}
from person p
where p.organisation_id = $1
  and ($2::uuid[] is null or p.id = any($2::uuid[]))
order by p.name, p.id
limit $3`,
    values: [which.organisationId, which.ids, PEOPLE_MAX],
  })
}

/** Teams by id, or all of them, by name, with their members. */
export async function readTeams(tx: Tx, which: Which): Promise<readonly TeamRow[]> {
  return await tx.query<TeamRow>({
    name: 'identity_read_teams',
    text: `
select t.id, t.parent_id, t.name, t.origin, t.archived_at, t.version,
  array(
    select m.person_id
    from team_member m
    where m.organisation_id = t.organisation_id
      and m.team_id = t.id
    order by m.person_id) as member_ids
from team t
where t.organisation_id = $1
  and ($2::uuid[] is null or t.id = any($2::uuid[]))
order by t.name, t.id
limit $3`,
    values: [which.organisationId, which.ids, TEAMS_MAX],
  })
}

/** The organisation itself. */
export async function readOrganisation(tx: Tx, organisationId: string): Promise<OrganisationRow | null> {
  const rows = await tx.query<OrganisationRow>({
    name: 'identity_read_organisation',
    text: `
select o.id, o.slug, o.name, o.currency, o.time_zone, o.week_start, o.second_factor_required, o.provider_required
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  return rows[0] ?? null
}
