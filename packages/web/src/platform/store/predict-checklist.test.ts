import type { Checklist, ChecklistLine, WorkItem } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { type Call, callOf } from './calls.ts'
import { Draft } from './draft.ts'
import { writeOf } from './kinds.ts'
import { Pool } from './pool.ts'
import { addForecasts, predictAll } from './predict.ts'
import { checklistForecasts } from './predict-checklist.ts'

addForecasts(checklistForecasts)

const LIST: Checklist = { id: 'list', itemId: 'item', name: 'Pour', rank: 'V', removedAt: null, version: 1 }
const line = (id: string, more: Partial<ChecklistLine> = {}): ChecklistLine => ({
  ...{ id, itemId: 'item', checklistId: 'list', text: id, rank: id, responsibleId: null, dueOn: null },
  ...{ doneAt: null, doneBy: null, subItemId: null, removedAt: null, version: 1 },
  ...more,
})
// Only what checklists look at.
const ITEM = {
  id: 'item',
  key: 'A-1',
  containerIds: ['box'],
  archivedAt: null,
  lineCount: 2,
  lineDoneCount: 1,
}

function sheet(): Draft {
  const pool = new Pool()
  pool.confirm(writeOf('item', 'item', ITEM as unknown as WorkItem), 1)
  pool.confirm(writeOf('checklist', 'list', LIST), 1)
  for (const each of [line('a'), line('b', { doneAt: 1, doneBy: 'tom' })])
    pool.confirm(writeOf('checklistLine', each.id, each), 1)
  return new Draft(pool, 'base')
}

function doAll(draft: Draft, calls: readonly Call[]): readonly Call[] {
  let made = 0
  const context = {
    now: 5,
    personId: 'me',
    actor: { kind: 'person', personId: 'me' },
    newId: () => `n${made++}`,
  } as const
  const { inverse, refused } = predictAll(draft, calls, context)
  expect(refused).toBeNull()
  return inverse
}

/** What is there: the texts of the lines with their ticks, and what the item counts. */
function shown(draft: Draft) {
  const item = draft.read('item', 'item')
  const lines = draft.list('checklistLine', ({ removedAt }) => removedAt === null)
  const lists = draft.list('checklist', ({ removedAt }) => removedAt === null)
  return {
    lists: lists.map(({ name }) => name),
    lines: lines.map(({ text, rank, doneAt }) => [text, rank, doneAt !== null]),
    counts: [item?.lineDoneCount, item?.lineCount],
  }
}

test.each<[string, Call, readonly [done: number, all: number]]>([
  [
    'adding a line',
    callOf('work.addChecklistLine', { id: 'c', checklistId: 'list', text: 'c', rank: 'c' }),
    [1, 3],
  ],
  ['rewriting a line', callOf('work.changeChecklistLine', { id: 'a', patch: { text: 'x' } }), [1, 2]],
  ['moving a line', callOf('work.changeChecklistLine', { id: 'a', patch: { rank: 'z' } }), [1, 2]],
  ['ticking a line', callOf('work.tickChecklistLine', { id: 'a' }), [2, 2]],
  ['taking a tick away', callOf('work.tickChecklistLine', { id: 'b', isDone: false }), [0, 2]],
  ['removing a line', callOf('work.removeChecklistLine', { id: 'b' }), [0, 1]],
  ['naming a list', callOf('work.changeChecklist', { id: 'list', patch: { name: 'Cure' } }), [1, 2]],
  ['removing a list', callOf('work.removeChecklist', { id: 'list' }), [0, 0]],
  ['beginning a list', callOf('work.addChecklist', { id: 'new', itemId: 'item', name: 'New' }), [1, 2]],
])('%s shows and counts at once, and is taken back without a trace', (_name, call, counts) => {
  const draft = sheet()
  const before = shown(draft)
  const back = doAll(draft, [call])
  expect(shown(draft)).not.toEqual(before)
  expect(shown(draft).counts).toEqual(counts)
  doAll(draft, back)
  expect(shown(draft)).toEqual(before)
})

test('what would change nothing has nothing to take back', () => {
  expect(doAll(sheet(), [callOf('work.tickChecklistLine', { id: 'b' })])).toEqual([])
})
