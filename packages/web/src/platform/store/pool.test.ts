import { expect, test } from 'vitest'
import type { ItemSelector } from './item-index.ts'
import type { Item } from './kinds.ts'
import { Pool } from './pool.ts'

const [HERE, THERE, ROSA, TOM] = ['here', 'there', 'rosa', 'tom']
const PLAIN = { containerIds: [HERE], parentId: null, responsibleId: ROSA, archivedAt: null, version: 1 }

function item(id: string, more: object = {}): Item {
  return { id, key: id.toUpperCase(), ...PLAIN, ...more } as unknown as Item
}

function ids(pool: Pool, selector: ItemSelector): readonly string[] {
  return pool.items(selector).map((each) => each.id)
}

/** A pool whose lists have been read, so that they are kept. */
function pooled(): Pool {
  const pool = new Pool()
  for (const id of ['a', 'b', 'c']) pool.confirm({ kind: 'item', id, view: item(id) }, 1)
  for (const selector of [{ all: true as const }, { containerId: HERE }, { responsibleId: ROSA }])
    expect(ids(pool, selector)).toEqual(['a', 'b', 'c'])
  return pool
}

test('an item that changes keeps its place in the lists', () => {
  const pool = pooled()
  pool.confirm({ kind: 'item', id: 'b', view: item('b', { title: 'New', version: 2 }) }, 2)
  expect(pool.items({ containerId: HERE })[1]).toMatchObject({ id: 'b', title: 'New' })
  expect(ids(pool, { all: true })).toEqual(['a', 'b', 'c'])
})

test('an item that goes to somebody else is in their list only', () => {
  const pool = pooled()
  expect(ids(pool, { responsibleId: TOM })).toEqual([])
  pool.confirm({ kind: 'item', id: 'b', view: item('b', { responsibleId: TOM, version: 2 }) }, 2)
  expect(ids(pool, { responsibleId: ROSA })).toEqual(['a', 'c'])
  expect(ids(pool, { responsibleId: TOM })).toEqual(['b'])
  expect(ids(pool, { all: true })).toEqual(['a', 'b', 'c'])
})

test('an item that goes to another container leaves this one', () => {
  const pool = pooled()
  pool.confirm({ kind: 'item', id: 'b', view: item('b', { containerIds: [THERE], version: 2 }) }, 2)
  expect(ids(pool, { containerId: HERE })).toEqual(['a', 'c'])
  expect(ids(pool, { containerId: THERE })).toEqual(['b'])
})

test('new items come at the end, archived and forgotten ones go', () => {
  const pool = pooled()
  pool.confirm({ kind: 'item', id: 'd', view: item('d') }, 2)
  pool.confirm({ kind: 'item', id: 'a', view: item('a', { archivedAt: 5, version: 2 }) }, 3)
  pool.confirm({ kind: 'item', id: 'c', view: null }, 4)
  expect(ids(pool, { containerId: HERE })).toEqual(['b', 'd'])
  pool.confirm({ kind: 'item', id: 'a', view: item('a', { version: 3 }) }, 5)
  expect(ids(pool, { containerId: HERE }).toSorted()).toEqual(['a', 'b', 'd'])
})

test('many changes at once are all there', () => {
  const pool = new Pool()
  const many = Array.from({ length: 200 }, (_, index) => `i${String(index)}`)
  pool.change(() => many.forEach((id) => pool.confirm({ kind: 'item', id, view: item(id) }, 1)))
  expect(ids(pool, { all: true })).toEqual(many)
  pool.change(() =>
    many.forEach((id) => pool.confirm({ kind: 'item', id, view: item(id, { title: 'x', version: 2 }) }, 2)),
  )
  expect(pool.items({ all: true }).every((each) => each.title === 'x')).toBe(true)
})
