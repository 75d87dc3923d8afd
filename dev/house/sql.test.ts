import { expect, test } from 'vitest'
import { createdTables, type Touched, tablesOf } from './sql.ts'

type Case = readonly [name: string, sql: string, touched: Touched]

const CASES: readonly Case[] = [
  [
    'a plain question',
    'select w.id from work_item w join state s on s.id = w.state_id',
    { written: [], read: ['work_item', 'state'] },
  ],
  ['an insert', 'insert into event (id) values ($1)', { written: ['event'], read: [] }],
  ['an update', 'update only work_item set title = $1 where id = $2', { written: ['work_item'], read: [] }],
  ['a delete', 'delete from label where id = $1', { written: ['label'], read: ['label'] }],
  [
    'a statement with common tables',
    'with a as (select 1), b as (delete from label) select 1 from a join b',
    { written: ['label'], read: ['label'] },
  ],
  [
    'a recursive statement',
    'with recursive t (id) as (select id from item union select 1 from t) select id from t',
    { written: [], read: ['item'] },
  ],
]

test.each(CASES)('%s touches tables, but not its own common tables', (_name, sql, touched) => {
  expect(tablesOf(sql)).toEqual(touched)
})

test('a migration creates tables with columns and keys, whatever the spelling', () => {
  const text = `
    -- create table not_this (id uuid);
    create table if not exists "label" (
      id uuid, -- its name
      name text check (name in ('a', 'b')),
      primary key (id, name)
    );
    create unlogged
      table cache (id uuid);`
  expect(createdTables(text)).toEqual([
    { name: 'label', parts: ['id uuid', "name text check (name in ('a', 'b'))", 'primary key (id, name)'] },
    { name: 'cache', parts: ['id uuid'] },
  ])
})
