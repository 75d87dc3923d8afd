import type { ResourceView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'
import { RESOURCE } from './resource-columns.ts'

/** Some resources. */
export async function findResources(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResourceView>> {
  const rows = await tx.query<ResourceView>({
    name: 'schedule_find_resources',
    text: `
select ${RESOURCE}
from resource r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
order by r.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** What can be assigned in a project: its own resources, and those that all projects share; null: only the latter. */
export async function findAssignable(
  tx: Tx,
  organisationId: string,
  projectId: string | null,
): Promise<readonly ResourceView[]> {
  return await tx.query<ResourceView>({
    name: 'schedule_find_assignable',
    text: `
select ${RESOURCE}
from resource r
where r.organisation_id = $1
  and (r.project_id = $2 or r.project_id is null)
order by r.name, r.id
limit 10000`,
    values: [organisationId, projectId],
  })
}

/** How many assignments and crews need some resources. */
export async function findResourceUse(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>({
    name: 'schedule_find_resource_use',
    text: `
select u.id, count(*)::integer as count
from (
  select a.resource_id as id
  from assignment a
  where a.organisation_id = $1
    and a.resource_id = any($2::uuid[])
  union all
  select l.resource_id
  from assignment_alternative l
  where l.organisation_id = $1
    and l.resource_id = any($2::uuid[])
  union all
  select m.member_id
  from resource_member m
  where m.organisation_id = $1
    and m.member_id = any($2::uuid[])
) u
group by u.id
order by u.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Those among some resources that belong to a crew. */
export async function findCrewMembers(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_crew_members',
    text: `
select distinct m.member_id as id
from resource_member m
where m.organisation_id = $1
  and m.member_id = any($2::uuid[])
order by m.member_id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** The projects in which some resources are assigned, or the crews that they belong to. */
export async function findProjectsWith(
  tx: Tx,
  organisationId: string,
  resourceIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_projects_with',
    text: `
select distinct a.project_id as id
from assignment a
where a.organisation_id = $1
  and (
    a.resource_id = any($2::uuid[])
    or a.resource_id in (
      select m.crew_id
      from resource_member m
      where m.organisation_id = $1
        and m.member_id = any($2::uuid[])))
order by a.project_id`,
    values: [organisationId, resourceIds],
  })
  return rows.map(({ id }) => id)
}
