import type { Client } from 'pg'

/** A table to copy; partitions come with the table they are part of. */
export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Remembers which migrations ran; the manifest carries that, so its rows are not copied. */
export const MIGRATION_TABLE = 'schema_migration'

/** All tables of the schema with their stored columns, by name. Generated columns come back by themselves. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `
select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p')
  and not c.relispartition
  and c.relname <> $1
group by c.relname
order by c.relname
limit 10000`,
    [MIGRATION_TABLE],
  )
  return rows
}

/** Where every sequence of the schema stands. */
export async function listSequences(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
select c.relname as name
from pg_class c
where c.relnamespace = current_schema()::regnamespace
  and c.relkind = 'S'
order by c.relname
limit 10000`)
  return rows.map((row) => row.name)
}

/** The name of the first table that holds a row, if one does. */
export async function findUsedTable(client: Client): Promise<string | undefined> {
  const tables = await listTables(client)
  if (tables.length === 0) return undefined
  const probes = tables.map(
    ({ name }) => `select '${name}' as name where exists (select 1 from ${quote(name)})`,
  )
  const { rows } = await client.query<{ name: string }>(`${probes.join(' union all ')} order by name limit 1`)
  return rows[0]?.name
}

/** A name as SQL wants it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
