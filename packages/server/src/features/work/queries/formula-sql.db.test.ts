import { compileFieldValue, createFieldFormulas, type FieldValue, worldOf } from '@millrace/core/work'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inSnapshot } from '../../../platform/db/transaction.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { createQueryWorld, queryCatalogue, queryViewer, randomItems } from '../testing/query-world.ts'
import { anyFormula } from '../testing/random-formula.ts'
import { formulaFieldSql } from './formula-sql.ts'
import { QueryParams } from './query-params.ts'

const ORGANISATION = '0194e9f0-0000-7000-8000-000000000001'
const ITEMS = randomItems(120, 31)
const WORLD = worldOf({ catalogue: queryCatalogue, viewer: queryViewer })
const FORMULAS = createFieldFormulas([
  ...queryCatalogue.customFields.values(),
  formula(1, 'hugeFloor', 'floor * 999999999999999 * 999999999999999'),
  formula(2, 'late', 'open and due < today()'),
])

function formula(number: number, key: string, source: string) {
  const id = `77777777-0000-7000-8000-00000000000${number}`
  return { id, key, name: key, kind: 'formula' as const, options: [], formula: source }
}

let database: TestDatabase
beforeAll(async () => {
  database = await createQueryWorld(ORGANISATION, ITEMS)
})
afterAll(() => database.close())

function checked(source: string) {
  const result = FORMULAS.checkSource(source)
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Random formulas may grow larger than formulas may be. */
function isWithinLimits(source: string): boolean {
  const result = FORMULAS.checkSource(source)
  return result.ok || !['formula.too_long', 'formula.too_large'].includes(result.refusal.code)
}

type Values = ReadonlyMap<string, FieldValue | null>

async function inDatabase(source: string): Promise<Values> {
  const params = new QueryParams(2)
  const sql = formulaFieldSql({ node: checked(source), world: WORLD }, { alias: 'w', params })
  const rows = await inSnapshot(database.db, ORGANISATION, (tx) =>
    tx.query<{ id: string; value: FieldValue | null }>({
      text: `select w.id, to_json(${sql}) as value from work_item w where w.organisation_id = $1`,
      values: [ORGANISATION, ...params.values],
    }),
  )
  return new Map(rows.map(({ id, value }) => [id, value]))
}

function inMemory(source: string): Values {
  const read = compileFieldValue(checked(source), WORLD, 'folded')
  return new Map(ITEMS.map((item) => [item.id, read(item)]))
}

const sorted = (values: Values) => [...values].toSorted(([a], [b]) => (a < b ? -1 : 1))

test('the database works a formula out as memory does', async () => {
  let present = 0
  await fc.assert(
    fc.asyncProperty(anyFormula, async (source) => {
      fc.pre(isWithinLimits(source))
      const expected = sorted(inMemory(source))
      expect(sorted(await inDatabase(source))).toEqual(expected)
      present += expected.filter(([, value]) => value !== null && value !== 'no').length
    }),
    { seed: 41, numRuns: 400 },
  )
  // Were nearly every value empty, agreement would prove little.
  expect(present).toBeGreaterThan(10_000)
})
