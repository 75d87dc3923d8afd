import type { Client } from 'pg'
import type { Migration } from '../db/migration-files.ts'
import { PlainFault } from '../fault.ts'
import { MIGRATION_TABLE, quote } from './list-tables.ts'
import type { Manifest } from './manifest.ts'

/**
 * The migrations that built the schema of the backup, among those this program knows.
 *
 * @throws PlainFault when the backup is newer, or from a program with other migrations
 */
export function migrationsOf(manifest: Manifest, known: readonly Migration[]): readonly Migration[] {
  return manifest.migrations.map(({ number, name, checksum }) => {
    const migration = known.find((candidate) => candidate.number === number)
    if (!migration) {
      throw new PlainFault(
        `The backup was made by a newer Millrace (${manifest.millrace}): it has the schema change ${name}. Restore it with that version.`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new PlainFault(
        `The backup was made by another build of Millrace: its schema change ${name} differs from ours. Restore it with that build.`,
      )
    }
    return migration
  })
}

/** Removes everything in the schema, but leaves extensions, which may belong to the administrator. */
export async function clearSchema(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
select format('drop %s if exists %I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, c.relname) as statement
from pg_class c
where c.relnamespace = current_schema()::regnamespace
  and c.relkind in ('r', 'p', 'v', 'm', 'S')
  and not c.relispartition
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relkind, c.relname
limit 10000`)
  for (const { statement } of rows) await client.query(statement)
}

/** Builds the schema of the backup, inside the transaction of the restore. */
export async function buildSchema(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(`
create table ${MIGRATION_TABLE} (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`)
  // Nobody else sees the tables yet, so an index needs no care for others.
  for (const { text } of migrations) await client.query(text.replace(/\bindex concurrently\b/gi, 'index'))
  await client.query(
    `insert into ${MIGRATION_TABLE} (number, name, checksum) select * from unnest($1::integer[], $2::text[], $3::text[])`,
    [
      migrations.map(({ number }) => number),
      migrations.map(({ name }) => name),
      migrations.map(({ checksum }) => checksum),
    ],
  )
}

/** Foreign keys and walls taken down while rows come in, in whatever order. */
export type Scaffold = { readonly remove: () => Promise<void> }

/**
 * Takes down what refuses rows in the order of an archive: foreign keys, and row-level security
 * where it binds the owner. `remove` puts them back and lets every foreign key check its rows.
 */
export async function raiseScaffold(client: Client): Promise<Scaffold> {
  const { rows: keys } = await client.query<{ place: string; name: string; definition: string }>(`
select k.conrelid::regclass::text as place, k.conname as name, pg_get_constraintdef(k.oid) as definition
from pg_constraint k
join pg_class c on c.oid = k.conrelid
where c.relnamespace = current_schema()::regnamespace
  and k.contype = 'f'
  and k.conparentid = 0
order by k.conrelid, k.conname
limit 10000`)
  const { rows: walls } = await client.query<{ place: string }>(`
select c.oid::regclass::text as place
from pg_class c
where c.relnamespace = current_schema()::regnamespace
  and c.relforcerowsecurity
order by c.relname
limit 10000`)
  for (const { place, name } of keys)
    await client.query(`alter table ${place} drop constraint ${quote(name)}`)
  for (const { place } of walls) await client.query(`alter table ${place} no force row level security`)
  return {
    remove: async () => {
      for (const { place, name, definition } of keys) {
        await client.query(`alter table ${place} add constraint ${quote(name)} ${definition}`)
      }
      for (const { place } of walls) await client.query(`alter table ${place} force row level security`)
    },
  }
}
