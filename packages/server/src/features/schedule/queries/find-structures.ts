import type { StructureLink, StructureTask } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A row of a project without its times. */
export type StructureRow = StructureTask & { readonly projectId: string }
/** A link from an item of a project, wherever it leads. */
export type StructureLinkRow = StructureLink & { readonly id: string; readonly projectId: string }

/** What lies below what in some projects. */
export async function findStructureRows(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly StructureRow[]> {
  return await tx.query<StructureRow>({
    name: 'schedule_find_structure_rows',
    text: `
select x.project_id as "projectId", w.id, w.parent_id as "parentId",
  case when p.is_hammock and w.child_count = 0 then 'hammock' else 'task' end as kind
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
order by x.project_id, w.rank, w.id
limit 400000`,
    values: [organisationId, projectIds],
  })
}

/** What items of some projects precede. */
export async function findStructureLinks(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly StructureLinkRow[]> {
  return await tx.query<StructureLinkRow>({
    name: 'schedule_find_structure_links',
    text: `
select x.project_id as "projectId", r.id, r.from_id as "fromId", r.to_id as "toId", r.link_type as kind
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
join relation r on r.organisation_id = w.organisation_id and r.from_id = w.id and r.kind = 'precedes'
order by x.project_id, r.id
limit 800000`,
    values: [organisationId, projectIds],
  })
}

/** An item by name, and who may be told it. */
export type NamedItem = {
  readonly itemId: string
  readonly key: string
  readonly title: string
  readonly containerIds: readonly string[]
  readonly seenBy: readonly string[] | null
}

/** The names of some items. */
export async function findNames(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly NamedItem[]> {
  return await tx.query<NamedItem>({
    name: 'schedule_find_names',
    text: `
select w.id as "itemId", w.key, w.title, w.container_ids as "containerIds", w.seen_by as "seenBy"
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, itemIds],
  })
}

/** Those among some items whose finish a link holds: nothing may come to lie below them. */
export async function findHeldFinishes(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_held_finishes',
    text: `
select distinct r.to_id as id
from relation r
where r.organisation_id = $1
  and r.to_id = any($2::uuid[])
  and r.kind = 'precedes'
  and r.link_type in ('FF', 'SF')
order by r.to_id
limit 1000`,
    values: [organisationId, itemIds],
  })
  return rows.map(({ id }) => id)
}

/** Those among some projects whose dates are calculated and in which several items are held to dates. */
export async function findHeldProjects(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_held_projects',
    text: `
select p.project_id as id
from plan_item p
join project_plan s on s.organisation_id = p.organisation_id and s.project_id = p.project_id
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])
  and p.constraint_kind in ('MSO', 'MFO', 'SNLT', 'FNLT')
  and s.is_scheduled is not false
  and s.precedence = 'logic'
group by p.project_id
having count(*) > 1
order by p.project_id
limit 1000`,
    values: [organisationId, projectIds],
  })
  return rows.map(({ id }) => id)
}
