import type { Unit } from '../../../platform/commands/index.ts'

type Row = { readonly start_id: string; readonly id: string }

/** What lies under some items and is not archived, parents before what is under them. */
export async function findOpenBelow(
  unit: Unit,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await unit.tx.query<Row>({
    name: 'work_find_open_below',
    text: `
with recursive below as (
  select w.id as start_id, w.id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = any($2::uuid[])
  union all
  select b.start_id, w.id, b.depth + 1
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.id and w.archived_at is null
  where b.depth < 1000
)
select b.start_id, b.id
from below b
where b.depth > 0
order by b.depth, b.id`,
    values: [unit.organisationId, ids],
  })
  return groupByStart(rows)
}

/** What lies under some items, archived or not, parents before what is under them. */
export async function findAllBelow(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'work_find_all_below',
    text: `
with recursive below as (
  select w.id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = any($2::uuid[])
  union all
  select w.id, b.depth + 1
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.id
  where b.depth < 1000
)
select b.id
from below b
group by b.id
having max(b.depth) > 0
order by max(b.depth), b.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** What lies under some archived items and was archived at the same moment, and what lies above them. */
export async function findArchivedWith(
  unit: Unit,
  ids: readonly string[],
): Promise<{
  readonly below: ReadonlyMap<string, readonly string[]>
  readonly parentIds: readonly string[]
}> {
  const rows = await unit.tx.query<Row & { readonly parent_id: string | null; readonly depth: number }>({
    name: 'work_find_archived_with',
    text: `
with recursive below as (
  select w.id as start_id, w.id, w.parent_id, w.archived_at, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = any($2::uuid[])
  union all
  select b.start_id, w.id, w.parent_id, w.archived_at, b.depth + 1
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.id and w.archived_at = b.archived_at
  where b.depth < 1000
)
select b.start_id, b.id, b.parent_id, b.depth
from below b
order by b.depth, b.id`,
    values: [unit.organisationId, ids],
  })
  return {
    below: groupByStart(rows.filter((row) => row.depth > 0)),
    parentIds: rows.flatMap((row) => (row.depth === 0 ? (row.parent_id ?? []) : [])),
  }
}

function groupByStart(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(rows, (row) => row.start_id)
  return new Map([...groups].map(([start, own]) => [start, own.map((row) => row.id)]))
}
