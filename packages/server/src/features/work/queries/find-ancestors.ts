import type { Unit } from '../../../platform/commands/index.ts'

/** For each item, its id and those of the items above it, nearest first. */
export async function findAncestors(
  unit: Unit,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await unit.tx.query<{ start_id: string; path: string[] }>({
    name: 'work_find_ancestors',
    text: `
with recursive up as (
  select w.id as start_id, w.id, w.parent_id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = any($2::uuid[])
  union all
  select up.start_id, w.id, w.parent_id, up.depth + 1
  from up
  join work_item w on w.organisation_id = $1 and w.id = up.parent_id
  where up.depth < 1000
)
select start_id, array_agg(id::text order by depth) as path
from up
group by start_id
order by start_id`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.start_id, row.path]))
}

/** The parents of some items that have one, by item. */
export async function findParents(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await unit.tx.query<{ id: string; parent_id: string }>({
    name: 'work_find_parents',
    text: `
select w.id, w.parent_id
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
  and w.parent_id is not null
order by w.id`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row.parent_id]))
}
