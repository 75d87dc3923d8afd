import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemSelector } from './item-index.ts'
import { emptyTables, type Item } from './kinds.ts'
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

test('a snapshot fills the pool as if its news had come one by one, and tells the same listeners', () => {
  const write = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    responsibleId: fc.constantFrom(ROSA, TOM, null),
    archivedAt: fc.constantFrom(null, null, 5),
    version: fc.integer({ min: 1, max: 4 }),
  })
  const writes = fc
    .array(write)
    .map((all) => all.map(({ id, ...more }) => ({ kind: 'item' as const, id, view: item(id, more) })))
  fc.assert(
    fc.property(writes, writes, writes, (before, pending, snapshot) => {
      const [filled, confirmed] = [pooledWith(before, pending), pooledWith(before, pending)]
      filled.pool.fill(snapshot, 2)
      confirmed.pool.change(() => {
        for (const each of snapshot) confirmed.pool.confirm(each, 2)
      })
      expect(seenIn(filled.pool)).toEqual(seenIn(confirmed.pool))
      // Nobody who has to hear of it is left out.
      expect([...confirmed.heard].filter((topic) => !filled.heard.has(topic))).toEqual([])
    }),
  )
})

type ItemWrite = { readonly kind: 'item'; readonly id: string; readonly view: Item }

function pooledWith(before: readonly ItemWrite[], pending: readonly ItemWrite[]) {
  const pool = new Pool()
  for (const each of before) pool.confirm(each, 1)
  const overlay = emptyTables()
  for (const { id, view } of pending) overlay.item.set(id, view)
  pool.predict(overlay)
  seenIn(pool)
  const heard = new Set<string>()
  for (const topic of ['item', 'all', HERE, ROSA, TOM]) pool.signals.subscribe(topic, () => heard.add(topic))
  for (const id of ['a', 'b', 'c', 'd', 'e']) pool.entitySignals.subscribe(id, () => heard.add(id))
  return { pool, heard }
}

function seenIn(pool: Pool) {
  const lists = [
    { all: true as const },
    { containerId: HERE },
    { responsibleId: ROSA },
    { responsibleId: TOM },
  ]
  return {
    table: new Map(pool.table('item')),
    lists: lists.map((selector) => pool.items(selector).toSorted((a, b) => (a.id < b.id ? -1 : 1))),
  }
}
