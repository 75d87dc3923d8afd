import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import type { Item } from '../../../platform/store/index.ts'
import { outlineNow } from './outline-now.ts'

const item = (id: string, parentId: string | null, more: Partial<Item> = {}) =>
  ({ id, parentId, rank: id, title: id, archivedAt: null, ...more }) as Item // What an outline looks at.
const row = (itemId: string, parentId: string | null, wbs: string) =>
  ({ itemId, parentId, wbs, title: itemId, durationMin: 480 }) as PlanRowView // As above.

const rows = [row('a', null, '1'), row('b', 'a', '1.1'), row('c', 'a', '1.2'), row('d', null, '2')]
const items = [item('a', null), item('b', 'a'), item('c', 'a'), item('d', null)]
const now = (changed: readonly Item[]) =>
  outlineNow(rows, {
    items: changed.filter(({ archivedAt }) => archivedAt === null),
    read: (id) => changed.find((each) => each.id === id),
  })
const drawn = (changed: readonly Item[]) => now(changed).map(({ wbs, itemId }) => `${wbs} ${itemId}`)

test('an outline of which nothing changed stays the same', () => {
  expect(now(items)).toBe(rows)
})

test('moved, made and archived items stand where they are now, and rows keep what is known of them', () => {
  expect(drawn(items.with(2, item('c', 'b')))).toEqual(['1 a', '1.1 b', '1.1.1 c', '2 d'])
  expect(drawn(items.with(1, item('b', 'a', { rank: 'cc' })))).toEqual(['1 a', '1.1 c', '1.2 b', '2 d'])
  expect(drawn([...items, item('bb', 'a')])).toEqual(['1 a', '1.1 b', '1.2 bb', '1.3 c', '2 d'])
  // What lies under an archived item goes with it, though it is not archived here yet.
  expect(drawn(items.with(0, item('a', null, { archivedAt: 1 })))).toEqual(['1 d'])
  expect(now(items.with(2, item('c', 'b')))[1]).toMatchObject({ isSummary: true, level: 2, durationMin: 480 })
})

test('while an item is not loaded the outline stays as it was told', () => {
  expect(now(items.slice(1))).toBe(rows)
})
