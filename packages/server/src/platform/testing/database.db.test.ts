import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '../db/transaction.ts'
import { createTestDatabase } from './database.ts'

const database = await createTestDatabase()
const other = await createTestDatabase()
afterAll(() => Promise.all([database.close(), other.close()]))

test('a test database is migrated', async () => {
  const { rows } = await database.owner.pool.query('select number from schema_migration order by number')
  expect(rows.length).toBeGreaterThan(0)
})

test('two test databases do not see each other', async () => {
  await database.owner.pool.query('create table only_here (id integer)')
  const { rows } = await other.owner.pool.query<{ found: string | null }>(
    "select to_regclass('only_here') as found",
  )
  expect(rows).toEqual([{ found: null }])
})

test('the application may not pass row-level security', async () => {
  const rows = await inTransaction(database.db, null, (tx) =>
    tx.query<{ passes: boolean }>({
      text: 'select r.rolsuper or r.rolbypassrls as passes from pg_roles r where r.rolname = current_user',
    }),
  )
  expect(rows).toEqual([{ passes: false }])
})
