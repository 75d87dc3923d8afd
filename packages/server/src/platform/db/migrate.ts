import type { Client } from 'pg'
import { codeOf, messageOf, PlainFault } from '../fault.ts'
import { prepareApplicationRole } from './application-role.ts'
import type { Migration } from './migration-files.ts'

/** A migration as the database remembers it. */
type Applied = { readonly number: number; readonly name: string; readonly checksum: string }

/** Reports one migration when it is about to run. */
export type OnMigration = (
  migration: Migration,
  position: { readonly index: number; readonly count: number },
) => void

/** Any number that no other advisory lock uses: `mill` in ASCII. */
const LOCK = 0x6d696c6c

/** What `migrate` did, and the role for `createPool`: null to stay the user of the connection. */
export type Migrated = { readonly count: number; readonly role: string | null }

/**
 * Brings the schema up to date: runs what the database has not seen yet, in order, each file in its
 * own transaction. Then prepares the role that the application acts as. Processes that start together
 * wait for each other.
 *
 * @param client a connection of `connect`
 * @throws PlainFault when the database is newer than this program, or when a file that ran was changed
 */
export async function migrate(
  client: Client,
  migrations: readonly Migration[],
  onMigration: OnMigration = () => {},
): Promise<Migrated> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(CREATE_TABLE)
    const pending = compare(migrations, await readApplied(client))
    for (const [index, migration] of pending.entries()) {
      onMigration(migration, { index, count: pending.length })
      await apply(client, migration)
    }
    return { count: pending.length, role: await prepareApplicationRole(client) }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
  }
}

/**
 * How far the schema is behind this program, without changing anything.
 *
 * @returns migrations still to run; an empty database lacks all of them
 * @throws PlainFault as `migrate` does
 */
export async function listPending(
  client: Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('schema_migration') is not null as found`,
  )
  return compare(migrations, rows[0]?.found ? await readApplied(client) : [])
}

const CREATE_TABLE = `
create table if not exists schema_migration (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`

async function readApplied(client: Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(`
select number, name, checksum
from schema_migration
order by number
limit 10000`)
  return rows
}

/** Compares what ran with what this program knows; the difference is what is left to run. */
function compare(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, checksum } of applied) {
    const migration = known.get(number)
    if (!migration) {
      throw new PlainFault(
        `The database was made by a newer Millrace: it has the schema change ${name}, which this version does not know. ` +
          'Start the newer version again, or restore a backup made with this one.',
      )
    }
    if (migration.checksum !== checksum) {
      throw new PlainFault(
        `The schema change ${migration.name} is not the one that was applied to this database (as ${name}). ` +
          'Install an unchanged copy of Millrace; applied changes are never edited.',
      )
    }
  }
  const done = new Set(applied.map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    if (migration.isTransactional) await client.query('begin')
    await client.query(migration.text)
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    if (migration.isTransactional) await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw explain(migration, error)
  }
}

function explain(migration: Migration, error: unknown): Error {
  // insufficient_privilege, disk_full, connection trouble: the world's fault, not the migration's.
  const isWorldly = /^(42501|53|57|08)/.test(codeOf(error))
  const text = `The schema change ${migration.name} failed and was rolled back: ${messageOf(error)}`
  return isWorldly ? new PlainFault(`${text}.`) : new Error(text, { cause: error })
}
