import type { ContainerRole, OrgRole, PersonStatus } from '@millrace/core/people'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What a person's rights follow from, beside the containers that are open to all members. */
export type AccessFacts = {
  readonly version: number
  readonly org_role: OrgRole
  readonly status: PersonStatus
  /** Containers that the person or one of their teams was let into. */
  readonly granted: readonly { readonly id: string; readonly roles: readonly ContainerRole[] }[]
  /** Whether the organisation says of any custom field who sees or changes it. */
  readonly has_field_rules: boolean
  /** Whether anything in the organisation is confidential. */
  readonly has_confidential: boolean
  /** Whether the person is a method manager. */
  readonly keeps_practices: boolean
  /** Where it does: the person's teams and all above them. */
  readonly team_ids: readonly string[]
}

/**
 * Reads a person's rights with the version they belong to, in one statement and so as of one moment.
 * A grant to a team covers the people of the teams below it: going up from a person's own teams
 * finds every team whose grants count. Archived teams give nothing; archived containers stay visible.
 */
export async function loadAccess(
  tx: Tx,
  of: { readonly organisationId: string; readonly personId: string },
): Promise<AccessFacts | null> {
  const rows = await tx.query<AccessFacts>({
    name: 'identity_load_access',
    text: `
with recursive my_team as (
  select t.id, t.parent_id
  from team_member m
  join team t on t.organisation_id = m.organisation_id and t.id = m.team_id
  where m.organisation_id = $1
    and m.person_id = $2
    and t.archived_at is null
  union
  select t.id, t.parent_id
  from my_team c
  join team t on t.organisation_id = $1 and t.id = c.parent_id
  where t.archived_at is null
), granted as (
  select g.container_id, array_agg(g.role) as roles
  from container_grant g
  where g.organisation_id = $1
    and (g.person_id = $2 or g.team_id in (select id from my_team))
  group by g.container_id
), field_rules as (
  select exists (
    select
    from custom_field f
    where f.organisation_id = $1
      and (f.seen_by is not null or f.changed_by is not null)
  ) as exist
)
select o.access_version as version, p.org_role, p.status,
  coalesce((
    select json_agg(json_build_object('id', g.container_id, 'roles', g.roles))
    from granted g), '[]') as granted,
  r.exist as has_field_rules,
  exists (
    select
    from work_item w
    where w.organisation_id = $1
      and w.seen_by is not null
  ) as has_confidential,
  exists (
    select
    from method_manager k
    where k.organisation_id = $1
      and k.person_id = $2
  ) as keeps_practices,
  array(select id::text from my_team where r.exist) as team_ids
from person p
join organisation o on o.id = p.organisation_id
cross join field_rules r
where p.organisation_id = $1
  and p.id = $2`,
    values: [of.organisationId, of.personId],
  })
  return rows[0] ?? null
}

/** The containers that are open to all members, as of a version of the organisation's access. */
export type OpenContainers = { readonly version: number; readonly ids: readonly string[] }

/** Reads them as one text: an array of the driver or JSON takes several times as long to read. */
export async function loadOpenContainers(tx: Tx, organisationId: string): Promise<OpenContainers> {
  const rows = await tx.query<{ version: number; ids: string }>({
    name: 'identity_load_open_containers',
    text: `
select o.access_version as version,
  coalesce((
    select string_agg(c.id::text, ' ')
    from container c
    where c.organisation_id = $1
      and c.visibility = 'open'), '') as ids
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  const row = rows[0]
  if (!row) throw new Error('the organisation does not exist')
  return { version: row.version, ids: row.ids === '' ? [] : row.ids.split(' ') }
}
