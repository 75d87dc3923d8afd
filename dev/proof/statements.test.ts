import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../packages/server/src/platform/testing/database.ts'
// For the port of the test database, which it adds to what a run provides.
import '../../packages/server/src/platform/testing/global-setup.ts'
import { readSources, readTree } from '../house/source.ts'
import { describeStatement } from './describe-statement.ts'
import { readStatements } from './statements.ts'

/** Statements that are put together while the server runs; their own tests run them against a database. */
const COMPOSED = [
  'packages/server/src/features/identity/queries/find-confidential.ts',
  'packages/server/src/features/identity/queries/find-referenced.ts',
  'packages/server/src/features/work/queries/count-items.ts',
  'packages/server/src/features/work/queries/list-items.ts',
  'packages/server/src/features/work/queries/list-planned.ts',
  'packages/server/src/features/work/queries/walk-items.ts',
  'packages/server/src/features/work/store/roll-ups.ts',
  'packages/server/src/platform/archive/load-tables.ts',
  'packages/server/src/platform/archive/write-archive.ts',
  'packages/server/src/platform/backup/list-tables.ts',
  'packages/server/src/platform/backup/restore-backup.ts',
  'packages/server/src/platform/backup/write-backup.ts',
  'packages/server/src/platform/journal/queries/read-events.ts',
]

const database = await createTestDatabase()
const client = new Client({ connectionString: database.url })
await client.connect()
afterAll(async () => {
  await client.end()
  await database.close()
})

const root = new URL('../..', import.meta.url).pathname
const sources = readSources(readTree(root)).filter(
  ({ path, isTest }) => path.startsWith('packages/server/src/') && !isTest,
)
const statements = readStatements(sources)

test('every statement is known before the server runs, but for those that are put together then', () => {
  const unknown = statements
    .filter(({ text }) => text === null)
    .map(({ where }) => where.replace(/:\d+$/, ''))
  expect([...new Set(unknown)].toSorted()).toEqual(COMPOSED)
  expect(statements.length).toBeGreaterThan(200)
  expect(statements.filter(({ columns }) => columns.length > 0).length).toBeGreaterThan(80)
})

test('no two statements go by one name: a connection prepares the first, and refuses the second', () => {
  const named = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\bname: '([a-z]+_\w+)',\s*text:/g)].map(([, name]) => ({ name, path })),
  )
  expect(named.length).toBeGreaterThan(200)
  const twice = [...Map.groupBy(named, ({ name }) => name)].filter(([, places]) => places.length > 1)
  expect(twice.map(([name, places]) => [name, ...places.map(({ path }) => path)])).toEqual([])
})

test('the migrated database understands every statement, and gives the columns of its row type', async () => {
  const faults: string[] = []
  for (const { where, text, columns } of statements) {
    if (text === null || /^\s*copy\b/i.test(text)) continue
    const described = await describeStatement(client, text)
    if ('error' in described) faults.push(`${where}: ${described.error}`)
    else {
      const missing = columns.filter((column) => !described.columns.includes(column))
      if (missing.length > 0) faults.push(`${where}: the row type names ${missing.join(', ')}`)
    }
  }
  expect(faults).toEqual([])
})

test('a statement that the database does not understand is found', async () => {
  expect(await describeStatement(client, 'select w.titel from work_item w')).toEqual({
    error: 'column w.titel does not exist',
  })
  expect(await describeStatement(client, 'select w.title as name from work_item w')).toEqual({
    columns: ['name'],
  })
})
