import type { OrganisationFacts } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What the organisation counts by, and the versions by which copies of its names are kept. */
export async function readSettings(tx: Tx, organisationId: string): Promise<OrganisationFacts> {
  const rows = await tx.query<OrganisationFacts>({
    name: 'work_read_settings',
    text: `
select o.access_version as "accessVersion", o.catalogue_version as "catalogueVersion", o.currency,
  o.time_zone as "timeZone", o.week_start as "weekStart"
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('the organisation does not exist')
  return row
}

/** The people of an organisation, as a query may name them. */
export async function readPeopleNames(tx: Tx, organisationId: string) {
  return await tx.query<{ id: string; name: string; email: string | null }>({
    name: 'work_read_people_names',
    text: `
select p.id, p.name, p.email
from person p
where p.organisation_id = $1
order by p.id
limit 100000`,
    values: [organisationId],
  })
}

/** Which of some ids are those of people of the organisation. */
export async function findPeopleAmong(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'work_find_people_among',
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
order by p.id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** The teams of an organisation, as a query may name them. */
export async function readTeamNames(tx: Tx, organisationId: string) {
  return await tx.query<{ id: string; name: string }>({
    name: 'work_read_team_names',
    text: `
select t.id, t.name
from team t
where t.organisation_id = $1
order by t.id
limit 10000`,
    values: [organisationId],
  })
}

/** Which of some ids are those of teams of the organisation. */
export async function findTeamsAmong(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'work_find_teams_among',
    text: `
select t.id
from team t
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by t.id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}
