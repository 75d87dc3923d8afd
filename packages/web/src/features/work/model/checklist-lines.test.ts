import type { Checklist, ChecklistLine } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { placeBeyond, ranksAtEnd, shownLists, spotAt } from './checklist-lines.ts'

const list = (id: string, rank: string, removedAt: number | null = null): Checklist => ({
  ...{ id, itemId: 'item', name: id, rank, removedAt, version: 1 },
})
const line = (
  id: string,
  checklistId: string,
  rank: string,
  removedAt: number | null = null,
): ChecklistLine => ({
  ...{ id, itemId: 'item', checklistId, text: id, rank, responsibleId: null, dueOn: null },
  ...{ doneAt: null, doneBy: null, subItemId: null, removedAt, version: 1 },
})
const NOW = Date.parse('2026-03-02T09:00:00Z')

const LISTS = [list('second', 'X'), list('first', 'B'), list('gone', 'A', 1)]
const LINES = [
  line('c', 'first', 'V'),
  line('a', 'first', 'B'),
  line('b', 'first', 'K'),
  line('x', 'second', 'V'),
]
const shown = shownLists([...LISTS], [...LINES, line('removed', 'first', 'C', 1)])
const find = (id: string) => LINES.find((each) => each.id === id) ?? line(id, 'first', 'V')

/** The lines as they stand after one of them was put somewhere. */
function after(id: string, place: Parameters<typeof spotAt>[2]['place']): readonly (readonly string[])[] {
  const spot = spotAt(shown, find(id), { place, now: NOW })
  const moved = LINES.map((each) => (each.id === id && spot ? { ...each, ...spot } : each))
  return shownLists([...LISTS], moved).map((each) => each.lines.map((one) => one.id))
}

test('lists and lines stand in their order, without what was removed', () => {
  expect(shown.map((each) => [each.list.id, ...each.lines.map(({ id }) => id)])).toEqual([
    ['first', 'a', 'b', 'c'],
    ['second', 'x'],
  ])
})

test.each([
  [
    'before another line',
    'c',
    { checklistId: 'first', beside: { lineId: 'a', edge: 'before' } },
    [['c', 'a', 'b'], ['x']],
  ],
  [
    'between two',
    'c',
    { checklistId: 'first', beside: { lineId: 'a', edge: 'after' } },
    [['a', 'c', 'b'], ['x']],
  ],
  ['to the end', 'a', { checklistId: 'first', beside: null }, [['b', 'c', 'a'], ['x']]],
  [
    'into another list',
    'a',
    { checklistId: 'second', beside: { lineId: 'x', edge: 'before' } },
    [
      ['b', 'c'],
      ['a', 'x'],
    ],
  ],
  [
    'where it is',
    'b',
    { checklistId: 'first', beside: { lineId: 'a', edge: 'after' } },
    [['a', 'b', 'c'], ['x']],
  ],
] as const)('a line is put %s', (_where, id, place, expected) => expect(after(id, place)).toEqual(expected))

test('a line goes up and down one by one, and over into the next list', () => {
  expect(placeBeyond(shown, find('b'), -1)).toEqual({
    checklistId: 'first',
    beside: { lineId: 'a', edge: 'before' },
  })
  expect(placeBeyond(shown, find('c'), 1)).toEqual({
    checklistId: 'second',
    beside: { lineId: 'x', edge: 'before' },
  })
  expect(placeBeyond(shown, find('x'), -1)).toEqual({ checklistId: 'first', beside: null })
  expect(placeBeyond(shown, find('a'), -1)).toBeNull()
})

test('what is added comes after everything, also after what was moved to the end', () => {
  const ranks = ranksAtEnd([{ rank: 'zz' }], 3, NOW)
  expect(ranks.toSorted()).toEqual(ranks)
  expect(ranks.every((rank) => rank > 'zz')).toBe(true)
})
