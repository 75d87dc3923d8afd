import type { StructureLink, StructureTask } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What of an item says where it lies on a plan, and who may be told its name. */
export type StructureRow = StructureTask & {
  readonly key: string
  readonly title: string
  readonly containerIds: readonly string[]
  readonly seenBy: readonly string[] | null
}

/** A plan without its times. */
export type Structure = {
  readonly rows: readonly StructureRow[]
  readonly links: readonly (StructureLink & { readonly id: string })[]
}

type Row = StructureRow & { readonly projectId: string }
type Link = StructureLink & { readonly id: string; readonly projectId: string }

/** What lies below what, and waits for what, in some projects. */
export async function findStructures(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Structure[]> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_structure_rows',
    text: `
select x.project_id as "projectId", w.id, w.parent_id as "parentId", w.key, w.title, w.container_ids as "containerIds",
  w.seen_by as "seenBy", case when p.is_hammock and w.child_count = 0 then 'hammock' else 'task' end as kind
from unnest($2::uuid[]) as x (project_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[x.project_id] and w.archived_at is null
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
order by x.project_id, w.rank, w.id
limit 400000`,
    values: [organisationId, projectIds],
  })
  const links = await tx.query<Link>({
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
  const linksOf = Map.groupBy(links, ({ projectId }) => projectId)
  return [...Map.groupBy(rows, ({ projectId }) => projectId)].map(([projectId, own]) => {
    const here = new Set(own.map(({ id }) => id))
    return {
      rows: own.map((row) =>
        row.parentId !== null && here.has(row.parentId) ? row : { ...row, parentId: null },
      ),
      links: (linksOf.get(projectId) ?? []).filter(({ toId }) => here.has(toId)),
    }
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
