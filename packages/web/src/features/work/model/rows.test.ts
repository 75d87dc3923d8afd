import type { WorkItem } from '@millrace/core/work'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkGroup } from './grouping.ts'
import { orderOf } from './order.ts'
import { type Row, type RowOptions, Rows } from './rows.ts'

const groups = fc
  .uniqueArray(fc.constantFrom('ready', 'doing', 'review', 'done'))
  .chain((keys) => fc.tuple(...keys.map((key) => groupOf(key))))

function groupOf(key: string): fc.Arbitrary<WorkGroup> {
  return fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }).map((numbers) => ({
    key,
    label: key,
    stateGroup: null,
    wipLimit: null,
    items: numbers.map((number) => ({ id: `item-${String(number)}` }) as WorkItem), // Nothing else is read.
  }))
}

const options: fc.Arbitrary<RowOptions> = fc.record({
  folded: fc.uniqueArray(fc.constantFrom('ready', 'doing', 'done')).map((keys) => new Set(keys)),
  hasHeaders: fc.boolean(),
  canCreate: fc.boolean(),
})

/** The same lines one after the other, all of them made. */
function written(given: readonly WorkGroup[], { folded, hasHeaders, canCreate }: RowOptions): readonly Row[] {
  return given.flatMap((group): Row[] => {
    const isFolded = hasHeaders && folded.has(group.key)
    const head: Row[] = hasHeaders ? [{ kind: 'header', group, isFolded }] : []
    if (isFolded) return head
    const tail: Row[] = canCreate ? [{ kind: 'create', group }] : []
    return [...head, ...group.items.map((item): Row => ({ kind: 'item', group, item })), ...tail]
  })
}

test('lines made when they are looked at are those written one after the other', () => {
  fc.assert(
    fc.property(groups, options, (given, how) => {
      const lines = written(given, how)
      const rows = new Rows(given, how)
      expect(rows.length).toBe(lines.length)
      expect(lines.map((_, index) => rows.at(index))).toEqual(lines)
      expect([rows.at(-1), rows.at(lines.length)]).toEqual([undefined, undefined])
      expect(rows.items()).toEqual(lines.flatMap((line) => (line.kind === 'item' ? line.item : [])))
      for (const { key, items } of given) {
        const find = (kind: Row['kind']) =>
          lines.findIndex((line) => line.kind === kind && line.group.key === key)
        expect([rows.indexOfHeader(key), rows.indexOfCreate(key)]).toEqual([find('header'), find('create')])
        for (const { id } of items) {
          const first = lines.findIndex((line) => line.kind === 'item' && line.item.id === id)
          expect(rows.indexOfItem(id)).toBe(first)
          expect(rows.item(id)?.id).toBe(first < 0 ? undefined : id)
        }
      }
    }),
  )
})

test('keys walk over each item once, in the order shown', () => {
  fc.assert(
    fc.property(groups, (given) => {
      const shown = given.flatMap((group) => group.items.map((item) => item.id))
      const order = orderOf(given, true)
      expect(order.ids()).toEqual([...new Set(shown)])
      for (const number of [1, 5, 9])
        expect(order.has(`item-${String(number)}`)).toBe(shown.includes(`item-${String(number)}`))
    }),
  )
})
