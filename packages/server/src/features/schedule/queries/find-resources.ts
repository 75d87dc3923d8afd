import type { ResourceView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

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

/** What can be assigned in a project: its own resources, and those that all projects share. */
export async function findAssignable(
  tx: Tx,
  organisationId: string,
  projectId: string,
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

const RESOURCE = `r.id, r.project_id as "containerId", r.kind, r.name, r.person_id as "personId",
  r.calendar_id as "calendarId", r.max_units as "maxUnits", r.rate_minor_per_hour as "rateMinorPerHour",
  r.cost_per_use_minor as "costPerUseMinor", r.unit_label as "unitLabel"`

/** How many items are done with some resources. */
export async function findResourceUse(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>({
    name: 'schedule_find_resource_use',
    text: `
select a.resource_id as id, count(*)::integer as count
from assignment a
where a.organisation_id = $1
  and a.resource_id = any($2::uuid[])
group by a.resource_id
order by a.resource_id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The projects in which some resources are assigned. */
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
  and a.resource_id = any($2::uuid[])
order by a.project_id`,
    values: [organisationId, resourceIds],
  })
  return rows.map(({ id }) => id)
}
