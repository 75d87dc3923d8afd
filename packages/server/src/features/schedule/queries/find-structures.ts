import type { StructureLink, StructureTask } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A plan without its times. */
export type Structure = {
  readonly tasks: readonly StructureTask[]
  readonly links: readonly (StructureLink & { readonly id: string })[]
}

type Row = StructureTask & { readonly projectId: string }
type Link = StructureLink & { readonly id: string; readonly projectId: string }

/** What lies below what, and waits for what, in those of some projects in which anything waits. */
export async function findStructures(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Structure[]> {
  const links = await findLinks(tx, organisationId, projectIds)
  if (links.length === 0) return []
  const linksOf = Map.groupBy(links, ({ projectId }) => projectId)
  const rows = await tx.query<Row>({
    name: 'schedule_find_structure_rows',
    text: `
select x.project_id as "projectId", w.id, w.parent_id as "parentId",
  case when p.is_hammock and w.child_count = 0 then 'hammock' else 'task' end as kind
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
order by x.project_id, w.rank, w.id
limit 400000`,
    values: [organisationId, [...linksOf.keys()]],
  })
  return [...Map.groupBy(rows, ({ projectId }) => projectId)].map(([projectId, own]) => {
    const here = new Set(own.map(({ id }) => id))
    return {
      tasks: own.map((row) =>
        row.parentId !== null && here.has(row.parentId) ? row : { ...row, parentId: null },
      ),
      links: (linksOf.get(projectId) ?? []).filter(({ toId }) => here.has(toId)),
    }
  })
}

async function findLinks(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Link[]> {
  return await tx.query<Link>({
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
