import type { ContainerRole, OrgRole, PersonStatus } from '@millrace/core/people'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What a person's rights follow from. */
export type AccessFacts = {
  readonly version: number
  readonly org_role: OrgRole
  readonly status: PersonStatus
  /** Containers that are open or granted; null for those who see all of them anyway. */
  readonly containers:
    | readonly {
        readonly id: string
        readonly isOpen: boolean
        readonly granted: readonly ContainerRole[]
      }[]
    | null
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
)
select o.access_version as version, p.org_role, p.status,
  case when p.org_role in ('owner', 'admin') then null else coalesce((
    select json_agg(json_build_object(
      'id', c.id, 'isOpen', c.visibility = 'open', 'granted', coalesce(g.roles, '{}')))
    from container c
    left join granted g on g.container_id = c.id
    where c.organisation_id = $1
      and (c.visibility = 'open' or g.container_id is not null)), '[]') end as containers
from person p
join organisation o on o.id = p.organisation_id
where p.organisation_id = $1
  and p.id = $2`,
    values: [of.organisationId, of.personId],
  })
  return rows[0] ?? null
}
