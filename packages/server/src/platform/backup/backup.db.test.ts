import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { type Migration, readMigrations } from '../db/migration-files.ts'
import { createEmptyDatabase, createTestDatabase } from '../testing/database.ts'
import { listTables } from './list-tables.ts'
import type { Manifest } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const ORGANISATION = '01000000-0000-7000-8000-000000000001'
const TRICKY = 'tab\there, line\nthere, back\\slash, \\N, quote " and \', emoji 🌾, end'

const source = await createTestDatabase()
const target = await createTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'millrace-backup-'))
const migrations = await readMigrations()
afterAll(async () => {
  await Promise.all([source.close(), target.close()])
  await rm(folder, { recursive: true, force: true })
})

beforeAll(async () => {
  const { pool } = source.owner
  await pool.query('insert into organisation (id, slug, name, created_at) values ($1, $2, $3, now())', [
    ORGANISATION,
    'mill',
    TRICKY,
  ])
  await pool.query('insert into journal_head (organisation_id, seq) values ($1, 3)', [ORGANISATION])
  await pool.query(
    `
insert into event (organisation_id, seq, id, kind, at, recorded_at, actor, subject_kind, subject_id, data)
select $1, n, gen_random_uuid(), 'item.created', now(), now(), '{}', 'item', gen_random_uuid(), jsonb_build_object('note', $2::text, 'n', n)
from generate_series(1, 3) n`,
    [ORGANISATION, TRICKY],
  )
  await mkdir(join(folder, 'files', 'ab'), { recursive: true })
  await writeFile(join(folder, 'files', 'ab', 'grain'), Buffer.from([0, 255, 10, 13, 0]))
  await writeFile(join(folder, 'files', 'empty'), '')
})

async function backupTo(name: string): Promise<{ readonly file: string; readonly manifest: Manifest }> {
  const file = join(folder, name)
  const options = { filesFolder: join(folder, 'files'), version: '0.0.1', onProgress: () => {} }
  const manifest = await withConnection(source.url, (client) => writeBackup(file, { ...options, client }))
  return { file, manifest }
}

type Restore = {
  readonly url?: string
  readonly ifUsed?: 'refuse' | 'replace'
  readonly known?: readonly Migration[]
}

async function restoreFrom(file: string, options: Restore = {}): Promise<void> {
  await withConnection(options.url ?? target.url, (client) =>
    restoreBackup(file, {
      client,
      filesFolder: join(folder, 'restored'),
      migrations: options.known ?? migrations,
      ifUsed: options.ifUsed ?? 'replace',
      onProgress: () => {},
    }),
  )
}

/** Every table's rows in one text each, to compare two databases. */
async function contentOf(url: string): Promise<Readonly<Record<string, string>>> {
  return await withConnection(url, async (client) => {
    const content: Record<string, string> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ text: string | null }>(
        `select string_agg(t::text, '\n' order by t::text) as text from "${name}" t`,
      )
      content[name] = rows[0]?.text ?? ''
    }
    return content
  })
}

async function schemaOf(url: string): Promise<readonly unknown[]> {
  return await withConnection(url, async (client) => {
    const { rows } = await client.query<object>(`
select c.relname, c.relforcerowsecurity, array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid order by 1) as keys
from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`)
    return rows
  })
}

test('a restored database equals the one that was backed up, files included', async () => {
  const { file, manifest } = await backupTo('whole.tar.gz')
  expect(manifest.tables.find(({ name }) => name === 'event')?.rows).toBe(3)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await restoreFrom(file, { ifUsed: 'refuse' })
  expect(await contentOf(target.url)).toEqual(await contentOf(source.url))
  expect(await schemaOf(target.url)).toEqual(await schemaOf(source.url))
  expect(await readFile(join(folder, 'restored', 'ab', 'grain'))).toEqual(Buffer.from([0, 255, 10, 13, 0]))
  expect((await readdir(join(folder, 'restored'))).toSorted()).toEqual(['ab', 'empty'])
})

test('a restore fits into a database without any table', async () => {
  const { file } = await backupTo('into-nothing.tar.gz')
  const nothing = await createEmptyDatabase()
  await restoreFrom(file, { url: nothing.url, ifUsed: 'refuse' })
  expect(await contentOf(nothing.url)).toEqual(await contentOf(source.url))
  await nothing.drop()
})

test('a database that holds something is left alone, unless asked otherwise', async () => {
  const { file } = await backupTo('into-used.tar.gz')
  const used = await createTestDatabase()
  await used.owner.pool.query(
    `insert into organisation (id, slug, name, created_at) values (gen_random_uuid(), 'other', 'Other', now())`,
  )
  await expect(restoreFrom(file, { url: used.url, ifUsed: 'refuse' })).rejects.toThrow(
    /holds something already \(in the table organisation\)/,
  )
  expect((await contentOf(used.url))['organisation']).toContain('Other')
  await restoreFrom(file, { url: used.url, ifUsed: 'replace' })
  expect(await contentOf(used.url)).toEqual(await contentOf(source.url))
  await used.close()
})

test('a backup is of one moment, whatever is written meanwhile', async () => {
  let isWriting = true
  const writer = (async () => {
    for (let n = 0; isWriting; n++) {
      // Both rows or none: a backup of two moments would tear them apart.
      await source.owner.pool.query(
        `with o as (insert into organisation (id, slug, name, created_at) values (gen_random_uuid(), $1, 'pair', now()) returning id) insert into journal_head (organisation_id, seq) select id, 0 from o`,
        [`pair-${n}`],
      )
    }
  })()
  const { file, manifest } = await backupTo('online.tar.gz')
  isWriting = false
  await writer
  const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows
  expect(rows('organisation')).toBe(rows('journal_head'))
  await restoreFrom(file)
  await source.owner.pool.query(
    `delete from journal_head h using organisation o where o.id = h.organisation_id and o.slug like 'pair-%'`,
  )
  await source.owner.pool.query(`delete from organisation where slug like 'pair-%'`)
})

test.each([
  [
    'cut off',
    async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2)),
    /cannot be read to its end/,
  ],
  ['no archive', (file: string) => writeFile(file, 'flour'), /cannot be read to its end/],
  ['changed inside', changeInside, /is damaged \(table organisation\)/],
])('a backup that was %s is refused before anything is touched', async (_name, spoil, reason) => {
  const { file } = await backupTo(
    `spoilt-${createHash('sha256').update(_name).digest('hex').slice(0, 8)}.tar.gz`,
  )
  const before = await contentOf(target.url)
  await chmod(file, 0o600)
  await spoil(file)
  await expect(restoreFrom(file)).rejects.toThrow(reason)
  expect(await contentOf(target.url)).toEqual(before)
})

async function changeInside(file: string): Promise<void> {
  const archive = gunzipSync(await readFile(file))
  archive.write('mall', archive.indexOf('mill\t'))
  await writeFile(file, gzipSync(archive))
}

test('a missing backup is said to be missing', async () => {
  await expect(restoreFrom(join(folder, 'nowhere.tar.gz'))).rejects.toThrow(
    /^There is no file .*nowhere\.tar\.gz\.$/,
  )
})

test('a backup of a newer version is refused', async () => {
  const { file } = await backupTo('newer.tar.gz')
  await expect(restoreFrom(file, { known: migrations.slice(0, -1) })).rejects.toThrow(
    /was made by a newer Millrace \(0\.0\.1\)/,
  )
})

test('a backup of an older version is restored as it was and can be brought up to date', async () => {
  const older = await createEmptyDatabase()
  await withConnection(older.url, (client) => migrate(client, migrations.slice(0, -1)))
  const file = join(folder, 'older.tar.gz')
  const options = { filesFolder: null, version: '0.0.0', onProgress: () => {} }
  await withConnection(older.url, (client) => writeBackup(file, { ...options, client }))
  await restoreFrom(file)
  const { count } = await withConnection(target.url, (client) => migrate(client, migrations))
  expect(count).toBe(1)
  await older.drop()
})

test('a backup that could not be finished leaves no file behind', async () => {
  const file = join(folder, 'nowhere', 'backup.tar.gz')
  const options = { filesFolder: null, version: '0.0.0', onProgress: () => {} }
  await expect(
    withConnection(source.url, (client) => writeBackup(file, { ...options, client })),
  ).rejects.toThrow('ENOENT')
})
