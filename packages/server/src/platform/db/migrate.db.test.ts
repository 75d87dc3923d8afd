import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createEmptyDatabase } from '../testing/database.ts'
import { withConnection } from './connect.ts'
import { listPending, migrate } from './migrate.ts'
import type { Migration } from './migration-files.ts'

const databases: { drop: () => Promise<void> }[] = []
afterAll(() => Promise.all(databases.map((database) => database.drop())))

async function emptyUrl(): Promise<string> {
  const database = await createEmptyDatabase()
  databases.push(database)
  return database.url
}

function migration(number: number, text: string): Migration {
  return {
    number,
    name: `000${number}_work_step`,
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
    isTransactional: !text.includes('-- no-transaction'),
    isBreaking: false,
  }
}

const FIRST = migration(1, 'create table mill (id integer primary key);')
const SECOND = migration(
  2,
  'alter table mill add column stones integer; insert into mill (id, stones) values (1, 2);',
)
const BROKEN = migration(3, 'create table wheel (id integer); select 1 / 0;')
const OUTSIDE = migration(4, '-- no-transaction\ncreate index concurrently mill_stones on mill (stones)')

async function tablesOf(url: string): Promise<readonly string[]> {
  return await withConnection(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    )
    return rows.map((row) => row.name)
  })
}

describe('migrations', () => {
  test('run once, in order, and only what is new', async () => {
    const url = await emptyUrl()
    const seen: string[] = []
    const run = (migrations: readonly Migration[]) =>
      withConnection(url, (client) => migrate(client, migrations, ({ name }) => seen.push(name)))
    expect((await run([FIRST])).count).toBe(1)
    expect((await run([FIRST, SECOND])).count).toBe(1)
    expect((await run([FIRST, SECOND])).count).toBe(0)
    expect(seen).toEqual([FIRST.name, SECOND.name])
  })

  test('leave nothing behind when they fail', async () => {
    const url = await emptyUrl()
    await expect(withConnection(url, (client) => migrate(client, [FIRST, BROKEN]))).rejects.toThrow(
      /0003_work_step failed and was rolled back: division by zero/,
    )
    expect(await tablesOf(url)).toEqual(['mill', 'schema_migration'])
  })

  test('can run outside a transaction', async () => {
    const url = await emptyUrl()
    const { count } = await withConnection(url, (client) => migrate(client, [FIRST, SECOND, OUTSIDE]))
    expect(count).toBe(3)
  })

  test('are refused when the database is newer than the program', async () => {
    const url = await emptyUrl()
    await withConnection(url, (client) => migrate(client, [FIRST, SECOND]))
    const older = withConnection(url, (client) => migrate(client, [FIRST]))
    await expect(older).rejects.toThrow(/made by a newer Millrace: it has the schema change 0002_work_step/)
  })

  test('are refused when one that ran was edited', async () => {
    const url = await emptyUrl()
    await withConnection(url, (client) => migrate(client, [FIRST]))
    const edited = migration(1, 'create table mill (id bigint primary key);')
    await expect(withConnection(url, (client) => migrate(client, [edited]))).rejects.toThrow(
      /not the one that was applied/,
    )
  })

  test('wait for each other when processes start together', async () => {
    const url = await emptyUrl()
    const runs = [1, 2, 3].map(() => withConnection(url, (client) => migrate(client, [FIRST, SECOND])))
    const counts = (await Promise.all(runs)).map(({ count }) => count)
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 2])
  })

  test('can be listed without changing anything', async () => {
    const url = await emptyUrl()
    const pending = await withConnection(url, (client) => listPending(client, [FIRST, SECOND]))
    expect(pending.map(({ number }) => number)).toEqual([1, 2])
    expect(await tablesOf(url)).toEqual([])
  })
})
