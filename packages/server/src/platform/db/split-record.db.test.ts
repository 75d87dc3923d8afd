import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/database.ts'
import { splitRecord } from './split-record.ts'
import { inTransaction } from './transaction.ts'

const database = await createTestDatabase()
afterAll(() => database.close())

const TEXT = `
select row(w.a, w.b, w.c)::text as record
from jsonb_to_recordset($1::jsonb) as w(id integer, a text, b text, c text)
order by w.id`

const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: fc.constantFrom('"', '\\', ',', '(', ')', ' ', '\n', 'a', 'é', '{', '}'), maxLength: 6 }),
)

test('a record is split into the texts it was made of', async () => {
  const facts = fc.array(fc.record({ a: text, b: text, c: text }), { minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(facts, async (rows) => {
      const values = [JSON.stringify(rows.map((row, id) => ({ ...row, id })))]
      const read = await inTransaction(database.db, null, (tx) =>
        tx.query<{ record: string }>({ text: TEXT, values }),
      )
      expect(read.map(({ record }) => splitRecord(record))).toEqual(rows.map(({ a, b, c }) => [a, b, c]))
    }),
    { numRuns: 50 },
  )
})
