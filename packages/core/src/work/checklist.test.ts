import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Refusal } from '../kernel/index.ts'
import {
  type Checklist,
  type ChecklistLine,
  changeLine,
  checkListsOpen,
  countLine,
  createChecklist,
  createLine,
  followSubItem,
  LINES_MAX,
  LISTS_MAX,
  linkLine,
  removeChecklist,
  removeLine,
  restoreChecklist,
  restoreLine,
  subItemOf,
  tickLine,
} from './checklist.ts'
import type { WorkItem } from './work-item.ts'

const NOW = 1_000
const BY = { now: NOW, personId: 'ann' }
const LIST: Checklist = { id: 'list', itemId: 'item', name: 'Pour', rank: 'V', removedAt: null, version: 1 }
const LINE: ChecklistLine = {
  id: 'line',
  itemId: 'item',
  checklistId: 'list',
  text: 'Order rebar',
  rank: 'V',
  responsibleId: 'tom',
  dueOn: '2026-03-02',
  doneAt: null,
  doneBy: null,
  subItemId: null,
  removedAt: null,
  version: 1,
}
// Only what checklists look at.
const item = (fields: Partial<WorkItem>) =>
  ({ id: 'item', key: 'TWR-1', containerIds: ['home', 'other'], archivedAt: null, ...fields }) as WorkItem

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }
const codeOf = (result: Answer) => (result.ok ? 'accepted' : result.refusal.code)

test.each<[string, Answer, string]>([
  ['a list needs a name', createChecklist({ ...LIST, name: ' ' }, 0), 'work.checklist_name_missing'],
  ['an item has few lists', createChecklist(LIST, LISTS_MAX), 'work.checklists_full'],
  ['a line needs a text', createLine({ ...LINE, text: ' ' }, LIST, 0), 'work.line_text_missing'],
  [
    'a line is no longer than a title',
    createLine({ ...LINE, text: 'x'.repeat(501) }, LIST, 0),
    'work.text_too_long',
  ],
  ['a line is due on a day', createLine({ ...LINE, dueOn: '2026-02-30' }, LIST, 0), 'work.date_wrong'],
  ['an item has so many lines at most', createLine(LINE, LIST, LINES_MAX), 'work.checklist_full'],
  ['a removed list takes no line', createLine(LINE, { ...LIST, removedAt: 1 }, 0), 'work.checklist_removed'],
  ['an archived item keeps its lists as they are', checkListsOpen(item({ archivedAt: 1 })), 'work.archived'],
  [
    'what somebody changed meanwhile is not overwritten',
    changeLine(LINE, { patch: { text: 'Mine' }, seen: { text: 'Before' } }, LIST),
    'work.changed_meanwhile',
  ],
  [
    'a line stays in its item',
    changeLine(LINE, { patch: { checklistId: 'far' } }, { ...LIST, id: 'far', itemId: 'another' }),
    'work.checklist_elsewhere',
  ],
  ['a removed line is not ticked', tickLine({ ...LINE, removedAt: 1 }, true, BY), 'work.line_removed'],
  [
    'a line that is an item is not ticked',
    tickLine({ ...LINE, subItemId: 'sub' }, true, BY),
    'work.line_is_item',
  ],
  [
    'a line that is an item is not rewritten',
    changeLine({ ...LINE, subItemId: 'sub' }, { patch: { text: 'x' } }, LIST),
    'work.line_is_item',
  ],
  [
    'a line that is an item can be put elsewhere',
    changeLine({ ...LINE, subItemId: 'sub' }, { patch: { rank: 'X' } }, LIST),
    'accepted',
  ],
  ['what is done becomes no item', subItemOf({ ...LINE, doneAt: 1 }, item({}), 'sub'), 'work.line_done'],
  [
    'only a sub-item stands for a line',
    linkLine(LINE, item({ parentId: 'x' }), BY),
    'work.line_needs_sub_item',
  ],
  [
    'a line does not come back into a list that is gone',
    restoreLine({ ...LINE, removedAt: 1 }, { ...LIST, removedAt: 1 }, 0),
    'work.checklist_removed',
  ],
])('%s', (_name, answer, code) => expect(codeOf(answer)).toBe(code))

test('a tick says who and when, and is taken away without a trace', () => {
  const ticked = valueOf(tickLine(LINE, true, BY))
  expect(ticked).toMatchObject({ doneAt: NOW, doneBy: 'ann', version: 2 })
  expect(valueOf(tickLine(ticked, false, BY))).toMatchObject({ doneAt: null, doneBy: null })
  expect(valueOf(tickLine(ticked, true, { now: 5, personId: 'tom' }))).toBe(ticked)
})

test('a line becomes a sub-item at home with text, person and due date, and then follows it', () => {
  expect(valueOf(subItemOf(LINE, item({}), 'sub'))).toEqual({
    ...{ id: 'sub', containerId: 'home', parentId: 'item' },
    ...{ title: 'Order rebar', responsibleId: 'tom', dueOn: '2026-03-02' },
  })
  const sub = item({ id: 'sub', parentId: 'item', stateGroup: 'ready' })
  const linked = valueOf(linkLine(LINE, sub, BY))
  const done = followSubItem(linked, { stateGroup: 'done' }, BY)
  expect(done).toMatchObject({ subItemId: 'sub', doneAt: NOW })
  expect(followSubItem(done, { stateGroup: 'inProgress' }, BY).doneAt).toBeNull()
  expect(valueOf(linkLine(done, null, BY))).toMatchObject({ subItemId: null, doneAt: NOW })
})

test('a list takes its lines along and brings back just these', () => {
  const before = { ...LINE, id: 'earlier', removedAt: 1 }
  const gone = removeChecklist(LIST, [LINE, before], NOW)
  expect(gone.lines.map(({ id, removedAt }) => [id, removedAt])).toEqual([['line', NOW]])
  const back = valueOf(restoreChecklist(gone.list, [...gone.lines, before], { lists: 0, lines: 0 }))
  expect(back.list.removedAt).toBeNull()
  expect(back.lines.map(({ id, removedAt }) => [id, removedAt])).toEqual([['line', null]])
})

test('counts are those of the lines, whatever happens to them', () => {
  const acts = {
    tick: (line: ChecklistLine) => tickLine(line, true, BY),
    untick: (line: ChecklistLine) => tickLine(line, false, BY),
    remove: (line: ChecklistLine) => ({ ok: true, value: removeLine(line, NOW) }) as const,
    restore: (line: ChecklistLine) => restoreLine(line, LIST, 0),
    link: (line: ChecklistLine) =>
      linkLine(line, item({ id: 's', parentId: 'item', stateGroup: 'done' }), BY),
    unlink: (line: ChecklistLine) => linkLine(line, null, BY),
    rewrite: (line: ChecklistLine) => changeLine(line, { patch: { text: 'Other' } }, LIST),
  }
  const act = fc.constantFrom(...Object.values(acts))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), act)), (steps) => {
      const lines: ChecklistLine[] = Array.from({ length: 5 }, (_, at) => ({ ...LINE, id: String(at) }))
      const counts = { lines: 5, done: 0 }
      for (const [at, doIt] of steps) {
        const before = lines[at] ?? LINE
        const result = doIt(before)
        if (!result.ok) continue
        const delta = countLine(before, result.value)
        counts.lines += delta.lines
        counts.done += delta.done
        lines[at] = result.value
      }
      const there = lines.filter((line) => line.removedAt === null)
      expect(counts).toEqual({
        lines: there.length,
        done: there.filter((line) => line.doneAt !== null).length,
      })
    }),
  )
})

function valueOf<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal },
): Value {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
