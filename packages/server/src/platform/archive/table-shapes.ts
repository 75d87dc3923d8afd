import type { ClientBase } from 'pg'
import { ARCHIVED, type ArchiveRule } from './organisation-tables.ts'

/** A table of the archive as the database has it. */
export type TableShape = ArchiveRule & {
  /** The column that names the organisation; it stays out of the rows. */
  readonly scope: 'id' | 'organisation_id'
  readonly columns: readonly string[]
  /** What rows are ordered by: the key without the organisation. */
  readonly order: readonly string[]
}

type CatalogueRow = { readonly name: string; readonly columns: string[]; readonly key: string[] }

/** The tables of an archive with their columns, in an order in which each finds what it refers to. */
export async function readShapes(client: ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<CatalogueRow>(
    `
select c.relname as name,
  array_agg(a.attname::text order by a.attnum) as columns,
  (
    select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
    from pg_index i
    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
    where i.indrelid = c.oid
      and i.indisprimary
  ) as key
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p')
  and c.relname = any($1)
group by c.oid, c.relname
order by c.relname
limit 1000`,
    [ARCHIVED.map(({ table }) => table)],
  )
  const byName = new Map(rows.map((row) => [row.name, row]))
  return ARCHIVED.map((rule) => {
    const row = byName.get(rule.table)
    if (!row) throw new Error(`there is no table ${rule.table}`)
    return shapeOf(rule, row)
  })
}

function shapeOf(rule: ArchiveRule, row: CatalogueRow): TableShape {
  const scope = row.columns.includes('organisation_id') ? 'organisation_id' : 'id'
  const columns =
    rule.only ?? row.columns.filter((column) => column !== scope && !rule.without?.includes(column))
  const key = row.key.filter((column) => column !== scope)
  // A key that stays behind says nothing about the order there.
  const order = key.length > 0 && key.every((column) => columns.includes(column)) ? key : columns.slice(0, 1)
  return { ...rule, scope, columns, order }
}

/** The number of the last schema change. */
export async function readSchemaNumber(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from schema_migration',
  )
  return rows[0]?.number ?? 0
}
