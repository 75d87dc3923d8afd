import type { WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { callsOfDrop } from './drop.ts'
import type { Lookup } from './lookup.ts'

const lookup = {
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
} as unknown as Lookup // Moving looks at nothing but the types.

const item = (id: string, rank: string) => ({ id, rank, typeId: 't', labelIds: [] }) as unknown as WorkItem
const [a, b, c, d] = [item('a', 'A'), item('b', 'B'), item('c', 'C'), item('d', 'D')]
const groups = [
  { key: 'todo', label: '', stateGroup: null, wipLimit: null, items: [a, b, c] },
  { key: 'doing', label: '', stateGroup: null, wipLimit: null, items: [d] },
]
const view = { groups, isManual: true, lookup }

test('a card dropped between two others gets a rank between theirs', () => {
  const place = { field: 'state', from: 'todo', to: 'todo', beside: { itemId: 'c', edge: 'before' } } as const
  const [call] = callsOfDrop([a], place, view)
  const rank = call?.name === 'work.changeItem' ? call.input.patch.rank : undefined
  expect(rank !== undefined && rank > 'B' && rank < 'C').toBe(true)
})

test('a card dropped into another column moves, and takes its place there', () => {
  const place = { field: 'state', from: 'todo', to: 'doing', beside: { itemId: 'd', edge: 'after' } } as const
  const [call, ...more] = callsOfDrop([a], place, view)
  expect(more).toEqual([])
  expect(call?.name === 'work.moveItem' && [call.input.stateId, (call.input.rank ?? '') > 'D']).toEqual([
    'doing',
    true,
  ])
})

test('several cards keep their order where they are dropped', () => {
  const place = {
    field: 'state',
    from: 'todo',
    to: 'doing',
    beside: { itemId: 'd', edge: 'before' },
  } as const
  const ranks = callsOfDrop([a, b, c], place, view).map((call) =>
    call.name === 'work.moveItem' ? (call.input.rank ?? '') : '',
  )
  expect(ranks.toSorted()).toEqual(ranks)
  expect(ranks.every((rank) => rank < 'D')).toBe(true)
  expect(new Set(ranks).size).toBe(3)
})

test('in any other order than the manual one nothing is ranked', () => {
  const place = { field: 'state', from: 'todo', to: 'doing', beside: { itemId: 'd', edge: 'after' } } as const
  const calls = callsOfDrop([a], place, { ...view, isManual: false })
  expect(calls.map((call) => call.name === 'work.moveItem' && call.input.rank)).toEqual([undefined])
})

test('dropping a card where it was changes nothing', () => {
  const place = { field: 'state', from: 'todo', to: 'todo', beside: null } as const
  expect(callsOfDrop([a], place, view)).toEqual([])
})
