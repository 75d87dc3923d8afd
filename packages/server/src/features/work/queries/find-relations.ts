import type { Relation } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { RELATION_COLUMNS, type RelationRow, toRelation } from '../store/relations.ts'

/** Relations by id. */
export async function findRelations(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Relation[]> {
  const rows = await tx.query<RelationRow>({
    name: 'work_find_relations',
    text: `
select ${RELATION_COLUMNS}
from relation r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
order by r.id`,
    values: [organisationId, ids],
  })
  return rows.map(toRelation)
}

/** Relations between items of a container that are not archived. */
export async function findRelationsWithin(
  tx: Tx,
  organisationId: string,
  where: { readonly containerId: string; readonly limit: number },
): Promise<readonly Relation[]> {
  const rows = await tx.query<RelationRow>({
    name: 'work_find_relations_within',
    text: `
with here as (
  select w.id
  from work_item w
  where w.organisation_id = $1
    and w.container_ids @> array[$2::uuid]
    and w.archived_at is null
  order by w.rank, w.id
  limit $3
)
select ${RELATION_COLUMNS}
from relation r
where r.organisation_id = $1
  and r.from_id in (select id from here)
  and r.to_id in (select id from here)
order by r.id
limit 100000`,
    values: [organisationId, where.containerId, where.limit],
  })
  return rows.map(toRelation)
}

/** Relations that begin or end at one of the items. */
export async function findRelationsOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly Relation[]> {
  const rows = await tx.query<RelationRow>({
    name: 'work_find_relations_of',
    text: `
select ${RELATION_COLUMNS}
from relation r
where r.organisation_id = $1
  and (r.from_id = any($2::uuid[]) or r.to_id = any($2::uuid[]))
order by r.id
limit 100000`,
    values: [organisationId, itemIds],
  })
  return rows.map(toRelation)
}

/**
 * A way over relations of one kind from each end back to its start, as keys of the items along it.
 * Visits every item at most once, so that its cost is that of the graph, not of its paths.
 */
export async function findPathsBack(
  tx: Tx,
  organisationId: string,
  ends: readonly {
    readonly id: string
    readonly fromId: string
    readonly toId: string
    readonly kind: string
  }[],
): Promise<Map<string, readonly string[]>> {
  const rows = await tx.query<{ id: string; path: string[] }>({
    name: 'work_find_paths_back',
    text: `
with recursive wanted as (
  select * from json_to_recordset($2::json) as x (id uuid, "fromId" uuid, "toId" uuid, kind text)
), way as (
  select e.id, e."fromId" as goal, e.kind, e."toId" as at
  from wanted e
  union
  select way.id, way.goal, way.kind, r.to_id
  from way
  join relation r on r.organisation_id = $1 and r.from_id = way.at and r.kind = way.kind
  where way.at <> way.goal
)
select e.id, array[a.key, b.key, a.key] as path
from wanted e
join work_item a on a.organisation_id = $1 and a.id = e."fromId"
join work_item b on b.organisation_id = $1 and b.id = e."toId"
where exists (select from way where way.id = e.id and way.at = way.goal)
order by e.id`,
    values: [organisationId, JSON.stringify(ends)],
  })
  return new Map(rows.map((row) => [row.id, row.path]))
}
