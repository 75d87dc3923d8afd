import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/database.ts'
import type { Column } from './read-columns.ts'
import { inTransaction } from './transaction.ts'

const database = await createTestDatabase()
afterAll(() => database.close())

const TEXT = `
select w.id, w.at, w.fact, w.ids
from jsonb_to_recordset($1::jsonb) as w(id integer, at timestamptz, fact jsonb, ids uuid[])
order by w.id`

const ids = fc.constantFrom([], ['01000000-0000-7000-8000-000000000001'])
const row = fc.record({
  at: fc.constantFrom(null, '2026-11-22T09:30:00.123Z', '2026-11-22T09:30:00.5Z'),
  fact: fc.constantFrom(null, {}, { a: 1 }, ['b']),
  ids,
})

function unpacked(column: Column | undefined, length: number): readonly unknown[] {
  if (!column || !('values' in column) || Array.isArray(column)) return column as readonly unknown[]
  const { values, at } = column as Exclude<Column, readonly unknown[]>
  return Array.from({ length }, (_, index) => values[at?.[index] ?? 0])
}

test('columns hold what rows hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (facts) => {
      const values = [JSON.stringify(facts.map((fact, id) => ({ ...fact, id })))]
      const { rows, columns } = await inTransaction(database.db, null, async (tx) => ({
        rows: await tx.query<Record<string, unknown>>({ text: TEXT, values }),
        columns: await tx.queryColumns({ text: TEXT, values }),
      }))
      const read = columns.map((column) => unpacked(column, facts.length))
      expect(rows.map((each) => Object.values(each))).toEqual(
        facts.map((_, index) => read.map((column) => column[index])),
      )
    }),
    { numRuns: 50 },
  )
})

test('each different value of a column that repeats comes once', async () => {
  const text = `select n, 'same' as word, n % 2 = 0 as even from generate_series(1, 6) as n order by n`
  const columns = await inTransaction(database.db, null, (tx) => tx.queryColumns({ text }))
  expect(columns).toEqual([
    [1, 2, 3, 4, 5, 6],
    { values: ['same'] },
    { values: [false, true], at: [0, 1, 0, 1, 0, 1] },
  ])
})
