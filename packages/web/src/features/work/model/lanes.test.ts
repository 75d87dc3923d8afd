import type { FieldView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callsOfDrop } from './drop.ts'
import type { GroupField } from './group-field.ts'
import { groupItems, groupKeys } from './grouping.ts'
import { cellKeyOf, lanesOf, placeOfCell } from './lanes.ts'
import type { Lookup } from './lookup.ts'
import { createInGroup } from './new-item.ts'

const field = (key: string, kind: FieldView['kind']) => ({
  id: `id-${key}`,
  key,
  kind,
  name: key,
  options: kind === 'choice' ? ['low', 'high'].map((id) => ({ id, name: id.toUpperCase() })) : [],
  archivedAt: null,
})
const FIELDS = [field('risk', 'choice'), field('points', 'number'), field('review', 'date')]

const lookup = {
  today: '2026-12-01',
  people: new Map([
    ['rosa', { name: 'Rosa' }],
    ['tom', { name: 'Tom' }],
  ]),
  labels: new Map(['red', 'blue'].map((id) => [id, { id, name: id, archivedAt: null }])),
  types: new Map([
    [
      't',
      {
        id: 't',
        workflow: {
          states: [
            { id: 'todo', name: 'To do', group: 'ready', wipLimit: null },
            { id: 'doing', name: 'Doing', group: 'inProgress', wipLimit: null },
          ],
          moves: 'any',
        },
      },
    ],
  ]),
  fields: new Map(FIELDS.map((each) => [each.id, each])),
} as unknown as Lookup // Groups look at nothing else.

const item = fc
  .record({
    stateId: fc.constantFrom('todo', 'doing'),
    stateGroup: fc.constantFrom('ready', 'inProgress'),
    responsibleId: fc.constantFrom('rosa', 'tom', null),
    labelIds: fc.subarray(['red', 'blue']),
    priority: fc.constantFrom(0, 2, 4),
    fields: fc.record(
      {
        'id-risk': fc.constantFrom('low', 'high'),
        'id-points': fc.constantFrom(1, 2, 13),
        'id-review': fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-24'),
      },
      { requiredKeys: [] },
    ),
  })
  .map((more) => ({ typeId: 't', dueOn: null, parentId: null, containerIds: ['c'], rank: 'm', ...more }))
const items = fc
  .array(item, { maxLength: 12 })
  .map((all) => all.map((each, index) => ({ ...each, id: `i${String(index)}` }) as unknown as WorkItem)) // As above.

const BY: readonly GroupField[] = [
  'state',
  'responsible',
  'label',
  'priority',
  'field.risk',
  'field.points',
  'field.review',
]

test('on a board with rows every item stands where its row and its column meet, and nowhere else', () => {
  fc.assert(
    fc.property(items, fc.constantFrom(...BY), fc.constantFrom(...BY), (found, column, lane) => {
      const columns = groupItems(found, column, { lookup, showEmpty: true })
      const lanes = lanesOf(found, { column, lane }, { columns, lookup })
      for (const each of lanes) {
        expect(each.cells.map((cell) => cell.key)).toEqual(columns.map(({ key }) => key))
        for (const cell of each.cells)
          for (const one of found) {
            const isThere =
              groupKeys(one, lane, lookup).includes(each.key) &&
              groupKeys(one, column, lookup).includes(cell.key)
            expect(cell.items.includes(one)).toBe(isThere)
          }
      }
      expect(new Set(lanes.flatMap(({ cells }) => cells.flatMap((cell) => cell.items)))).toEqual(
        new Set(found),
      )
    }),
  )
})

test('choices are columns in their own order, numbers by size, days by month, and no value last', () => {
  const all = [
    ['a', { 'id-points': 13, 'id-review': '2026-12-24' }],
    ['b', { 'id-points': 2, 'id-review': '2026-11-30' }],
    ['c', { 'id-risk': 'high', 'id-review': '2026-12-01' }],
  ].map(([id, fields]) => ({ id, fields, typeId: 't' }) as unknown as WorkItem) // Only these are read.
  const labels = (by: GroupField) =>
    groupItems(all, by, { lookup, showEmpty: true }).map(({ label, items: those }) => [label, those.length])
  expect(labels('field.risk')).toEqual([
    ['LOW', 0],
    ['HIGH', 1],
    ['No value', 2],
  ])
  expect(labels('field.points')).toEqual([
    ['2', 1],
    ['13', 1],
    ['No value', 1],
  ])
  expect(labels('field.review').slice(0, 2)).toEqual([
    ['November 2026', 1],
    ['December 2026', 2],
  ])
})

test('a card dropped into another row and column moves and changes at once', () => {
  const one = { id: 'a', typeId: 't', stateId: 'todo', labelIds: ['red'], fields: {}, rank: 'm' }
  const card = one as unknown as WorkItem // Only these are read.
  const view = { groups: [], isManual: false, lookup }
  const lane = { field: 'field.points', from: '', to: '13' } as const
  const place = { field: 'state', from: 'todo', to: 'doing', beside: null, lane } as const
  expect(callsOfDrop([card], place, view)).toMatchObject([
    { name: 'work.moveItem', input: { stateId: 'doing' } },
    { name: 'work.changeItem', input: { patch: { fields: { 'id-points': 13 } } } },
  ])
  const labelled = { ...place, field: 'label', from: 'red', to: 'blue' } as const
  expect(callsOfDrop([card], labelled, view)).toMatchObject([
    { name: 'work.changeItem', input: { patch: { labelIds: ['blue'], fields: { 'id-points': 13 } } } },
  ])
})

test('what is written in a cell stands in its row and in its column', () => {
  const line = {
    title: 'Pour the slab',
    labelIds: [],
    responsibleId: null,
    priority: null,
    dueOn: null,
    effortMin: null,
    containerId: null,
    repeats: null,
  }
  const { lane: key, column } = placeOfCell(cellKeyOf({ key: 'rosa' }, { key: 'doing' }))
  const [call, ...more] = createInGroup('new', line as never, {
    container: { id: 'c', defaultTypeId: 't' },
    field: 'state',
    groupKey: column,
    lane: { field: 'responsible', key: key ?? '' },
    lookup,
  })
  expect(more).toEqual([])
  expect(call?.input).toMatchObject({ stateId: 'doing', responsibleId: 'rosa', title: 'Pour the slab' })
  expect(placeOfCell('doing')).toEqual({ lane: null, column: 'doing' })
})
