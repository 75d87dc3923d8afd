import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { callsOfInsert, callsOfRemoval, callsOfStep } from './line-steps.ts'

const row = (itemId: string, parentId: string | null, level: number) =>
  ({ itemId, parentId, level }) as PlanRowView // What a step looks at.
const rows = [row('a', null, 1), row('b', 'a', 2), row('c', 'a', 2), row('d', null, 1), row('e', null, 1)]
const lines = {
  ...{ containerId: 'p', rows, now: () => 1_800_000_000_000 },
  itemOf: (itemId: string) => ({ startsOn: null, dueOn: null, responsibleId: null, rank: `${itemId}V` }),
}
const chosen = (...ids: string[]) => new Set(ids)

test('indenting says a parent, and a rank behind what lies there', () => {
  const calls = callsOfStep('indent', chosen('d'), lines)
  expect(calls).toMatchObject([{ name: 'work.changeItem', input: { id: 'd', patch: { parentId: 'a' } } }])
  expect(calls[0]?.name === 'work.changeItem' && (calls[0].input.patch.rank ?? '') > 'cV').toBe(true)
})

test('moving under the same parent says nothing but a rank', () => {
  expect(callsOfStep('up', chosen('c'), lines)).toEqual([
    { name: 'work.changeItem', input: { id: 'c', patch: { rank: expect.any(String) } } },
  ])
})

test('a line that cannot go there stays', () => {
  expect(callsOfStep('outdent', chosen('a'), lines)).toEqual([])
})

test('a line is inserted above a line on its level, or behind all that lies under it', () => {
  const insert = (side: 'above' | 'below', itemId: string) =>
    callsOfInsert({ id: 'new', title: 'New' }, { itemId, side }, lines).map(({ input }) => input)
  const between = (low: string, high: string) => ({
    asymmetricMatch: (rank: unknown) => typeof rank === 'string' && low < rank && rank < high,
  })
  expect(insert('above', 'c')).toEqual([
    { id: 'new', containerId: 'p', title: 'New', parentId: 'a', rank: between('bV', 'cV') },
  ])
  expect(insert('below', 'a')).toEqual([
    { id: 'new', containerId: 'p', title: 'New', rank: between('aV', 'dV') },
  ])
})

test('deleting archives what is chosen, once with all that lies under it', () => {
  expect(callsOfRemoval(chosen('a', 'b', 'e'), lines)).toEqual([
    { name: 'work.archiveItem', input: { id: 'a' } },
    { name: 'work.archiveItem', input: { id: 'e' } },
  ])
})
