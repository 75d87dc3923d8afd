import { type ContainerRole, containerRoleOf, type OrgRole } from '@millrace/core/people'
import type { Tx } from '../../../platform/db/transaction.ts'

type Row = {
  readonly person_id: string
  readonly container_id: string
  readonly org_role: OrgRole
  readonly is_open: boolean
  readonly granted: readonly ContainerRole[]
}

/**
 * Which of some containers each of some people can see, and in what role. People who see none of them, do not exist or
 * have left are absent. For questions about others, such as who may be mentioned; who asks
 * themselves has an `Access`.
 */
export async function findSight(
  tx: Tx,
  organisationId: string,
  of: { readonly personIds: readonly string[]; readonly containerIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, ContainerRole>>> {
  if (of.personIds.length === 0 || of.containerIds.length === 0) return new Map()
  const rows = await tx.query<Row>({
    name: 'identity_find_sight',
    text: `
with recursive team_of as (
  select m.person_id, t.id, t.parent_id
  from team_member m
  join team t on t.organisation_id = m.organisation_id and t.id = m.team_id
  where m.organisation_id = $1
    and m.person_id = any($2::uuid[])
    and t.archived_at is null
  union
  select c.person_id, t.id, t.parent_id
  from team_of c
  join team t on t.organisation_id = $1 and t.id = c.parent_id
  where t.archived_at is null
)
select p.id as person_id, c.id as container_id, p.org_role, c.visibility = 'open' as is_open,
  array(
    select g.role
    from container_grant g
    where g.organisation_id = $1
      and g.container_id = c.id
      and (g.person_id = p.id or g.team_id in (select t.id from team_of t where t.person_id = p.id))) as granted
from person p
join container c on c.organisation_id = p.organisation_id
where p.organisation_id = $1
  and p.id = any($2::uuid[])
  and p.status <> 'inactive'
  and c.id = any($3::uuid[])
order by p.id, c.id`,
    values: [organisationId, of.personIds, of.containerIds],
  })
  const sight = new Map<string, Map<string, ContainerRole>>()
  for (const {
    person_id: personId,
    container_id: containerId,
    org_role: orgRole,
    is_open: isOpen,
    granted,
  } of rows) {
    const role = containerRoleOf({ orgRole, isOpen, granted })
    if (role === null) continue
    sight.set(personId, (sight.get(personId) ?? new Map<string, ContainerRole>()).set(containerId, role))
  }
  return sight
}
