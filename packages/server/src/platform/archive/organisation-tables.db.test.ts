import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/database.ts'
import { ARCHIVED, LEFT_BEHIND } from './organisation-tables.ts'

const database = await createTestDatabase()
afterAll(() => database.close())
const { pool } = database.owner

async function names(text: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(text)
  return rows.map(({ name }) => name)
}

test('every table of an organisation goes into its archive, or is said to stay behind', async () => {
  const inDatabase = await names(`
select c.relname as name
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
order by c.relname`)
  const said = [...ARCHIVED.map(({ table }) => table), ...Object.keys(LEFT_BEHIND)]
  expect(new Set(said).size).toBe(said.length)
  expect(said.filter((table) => table !== 'organisation').toSorted()).toEqual([...inDatabase].toSorted())
})

test('no column that may hold a secret goes along', async () => {
  const columns = await names(`
select c.relname || '.' || a.attname as name
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and a.attname ~ '(secret|password|token|hash|credential|code)'
  -- Tokens of processes are places in a model, and no secret.
  and not (c.relname like 'process%' and a.attname like '%token_id')
order by 1`)
  expect(columns.length).toBeGreaterThan(10)
  const going = columns.filter((name) => {
    const [table = '', column = ''] = name.split('.')
    const rule = ARCHIVED.find((one) => one.table === table)
    return rule && !rule.without?.includes(column) && (rule.only?.includes(column) ?? true)
  })
  expect(going).toEqual([])
})

test('every table comes after those it refers to', async () => {
  const { rows } = await pool.query<{ table: string; to: string }>(`
select k.conrelid::regclass::text as table, k.confrelid::regclass::text as to
from pg_constraint k
where k.contype = 'f' and k.conparentid = 0 and k.conrelid <> k.confrelid
  and k.connamespace = current_schema()::regnamespace`)
  const place = new Map(ARCHIVED.map(({ table }, index) => [table, index]))
  const wrong = rows.filter(({ table, to }) => {
    const [from, target] = [place.get(table), place.get(to)]
    return from !== undefined && target !== undefined && target > from
  })
  expect(wrong).toEqual([])
})

test('no key of a row that goes along can meet one of another organisation', async () => {
  const keys = await names(`
select c.relname || ' (' || string_agg(a.attname, ', ' order by array_position(i.indkey::int2[], a.attnum)) || ')' as name
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
where i.indisunique and c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
group by c.relname, i.indexrelid
having not bool_or(a.attname = 'organisation_id')
order by 1`)
  const going = keys.filter((key) => ARCHIVED.some(({ table }) => key.startsWith(`${table} (`)))
  // An organisation that is here is refused; jobs get ids of their own and give way to those that wait.
  expect(going).toEqual(['job (id)', 'job (unique_key)', 'organisation (id)', 'organisation (slug)'])
})
