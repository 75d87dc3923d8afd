import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChecklistLine } from './checklist.ts'
import { delayPerHour, linesForPerson, type MyWork, sortMyWork } from './my-work.ts'
import type { WorkItem } from './work-item.ts'

const ME = 'me'
const TODAY = '2026-03-10'
const DAY_MS = 86_400_000
type Item = Parameters<typeof sortMyWork>[0][number]

function item(id: string, change: Partial<WorkItem> = {}): Item {
  return {
    id,
    stateGroup: 'ready',
    stateSince: 0,
    priority: 0,
    responsibleId: ME,
    accountableId: null,
    dueOn: null,
    effortMin: null,
    costOfDelayMinor: null,
    rank: id,
    waitingFor: null,
    openBlockers: [],
    startedAt: null,
    archivedAt: null,
    ...change,
  }
}

function sorted(...items: Item[]): Record<keyof MyWork<Item>, string[]> {
  const work = sortMyWork(items, { personId: ME, today: TODAY })
  const ids = (section: keyof typeof work) => work[section].map((entry) => entry.item.id)
  return { doNow: ids('doNow'), next: ids('next'), waitingFor: ids('waitingFor'), later: ids('later') }
}

test.each<[string, Partial<WorkItem>, keyof MyWork<Item> | null]>([
  ['started work is done now', { stateGroup: 'inProgress' }, 'doNow'],
  ['work in review is still in hand', { stateGroup: 'inReview' }, 'doNow'],
  ['an overdue item is done now', { dueOn: '2026-03-09' }, 'doNow'],
  ['an item due today is done now', { dueOn: TODAY }, 'doNow'],
  ['an urgent item is done now, ready or not', { priority: 4, stateGroup: 'backlog' }, 'doNow'],
  ['a ready item comes next', {}, 'next'],
  ['a ready item due later comes next', { dueOn: '2026-03-11' }, 'next'],
  ['the backlog comes later', { stateGroup: 'backlog' }, 'later'],
  [
    'what waits for others is not done now, however late',
    { waitingFor: { personId: 'x', note: '', since: 1 }, dueOn: '2026-01-01' },
    'waitingFor',
  ],
  ['a waiting state waits without a named person', { stateGroup: 'waiting' }, 'waitingFor'],
  [
    'a blocked item stands still',
    { openBlockers: [{ id: 'b', reason: 'material', note: '', since: 1 }] },
    'waitingFor',
  ],
  [
    'what others wait for from me is done now',
    { responsibleId: 'x', waitingFor: { personId: ME, note: 'sign', since: 1 } },
    'doNow',
  ],
  ['accountable while nobody is responsible: mine', { responsibleId: null, accountableId: ME }, 'next'],
  ['accountable for the work of another: not on my list', { responsibleId: 'x', accountableId: ME }, null],
  ['finished work is left out', { stateGroup: 'done' }, null],
  ['archived work is left out', { archivedAt: 1 }, null],
])('%s', (_name, change, section) => {
  const parts = sorted(item('a', change))
  const found = Object.entries(parts).filter(([, ids]) => ids.length > 0)
  expect(found.map(([name]) => name)).toEqual(section === null ? [] : [section])
})

test('the next item is the one whose waiting costs most per hour of effort', () => {
  const parts = sorted(
    item('long', { costOfDelayMinor: 300_00, effortMin: 600 }),
    item('short', { costOfDelayMinor: 300_00, effortMin: 60 }),
    item('dear', { costOfDelayMinor: 900_00, effortMin: 600 }),
  )
  expect(parts.next).toEqual(['short', 'dear', 'long'])
})

test('without cost of delay, priority decides, then the due day, then manual order', () => {
  const parts = sorted(
    item('b'),
    item('a'),
    item('soon', { dueOn: '2026-03-12' }),
    item('high', { priority: 3 }),
    item('costly', { costOfDelayMinor: 1 }),
  )
  expect(parts.next).toEqual(['costly', 'high', 'soon', 'a', 'b'])
})

test('started work comes before urgent work that has not begun: finish before you start', () => {
  const parts = sorted(
    item('urgent', { priority: 4 }),
    item('started', { stateGroup: 'inProgress' }),
    item('late', { dueOn: '2026-03-01' }),
  )
  expect(parts.doNow).toEqual(['started', 'urgent', 'late'])
})

test('the longest waiting comes first', () => {
  const waiting = (since: number) => ({ waitingFor: { personId: null, note: 'x', since } })
  expect(
    sorted(item('new', waiting(9)), item('old', waiting(2)), item('mid', waiting(5))).waitingFor,
  ).toEqual(['old', 'mid', 'new'])
})

test('every place comes with its reasons, the deciding one first', () => {
  const work = sortMyWork(
    [
      item('late', { dueOn: '2026-03-07', stateGroup: 'inProgress', startedAt: DAY_MS }),
      item('next', { costOfDelayMinor: 480_00, effortMin: 480, priority: 2, dueOn: '2026-03-15' }),
      item('plain'),
    ],
    { personId: ME, today: TODAY },
  )
  expect(work.doNow[0]?.reasons).toEqual([
    { kind: 'overdue', days: 3 },
    { kind: 'inProgress', since: DAY_MS },
  ])
  expect(work.next.map((entry) => entry.reasons)).toEqual([
    [
      { kind: 'delayPerHour', minor: 60_00 },
      { kind: 'priority', priority: 2 },
      { kind: 'due', days: 5 },
    ],
    [{ kind: 'inOrder' }],
  ])
})

test.each([
  ['an hour', { costOfDelayMinor: 100, effortMin: 60 }, 100],
  ['no estimate counts as a day', { costOfDelayMinor: 800, effortMin: null }, 100],
  ['a trifle counts as a quarter of an hour', { costOfDelayMinor: 100, effortMin: 0 }, 400],
  ['unknown cost of delay', { costOfDelayMinor: null, effortMin: 60 }, null],
])('delay per hour: %s', (_name, of, expected) => expect(delayPerHour(of)).toBe(expected))

test('every open item of mine is in exactly one part, and the order does not depend on the input order', () => {
  const anyItem = fc.record({
    stateGroup: fc.constantFrom('backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'),
    priority: fc.constantFrom(0, 1, 2, 3, 4),
    dueOn: fc.constantFrom(null, '2026-03-01', TODAY, '2026-04-01'),
    effortMin: fc.constantFrom(null, 0, 60, 480),
    costOfDelayMinor: fc.constantFrom(null, 0, 100, 5000),
  })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), (changes) => {
      const items = changes.map((change, index) => item(`i${index}`, change as Partial<WorkItem>))
      const parts = sorted(...items)
      const all = Object.values(parts).flat()
      expect(all.toSorted()).toEqual(
        items
          .filter((one) => one.stateGroup !== 'done')
          .map((one) => one.id)
          .toSorted(),
      )
      const { doNow, next, later } = sorted(...items.toReversed())
      expect({ doNow, next, later }).toEqual({ doNow: parts.doNow, next: parts.next, later: parts.later })
    }),
    { seed: 7 },
  )
})

const line = (id: string, change: Partial<ChecklistLine> = {}): ChecklistLine => ({
  ...{ id, itemId: 'slab', checklistId: 'list', text: id, rank: id, responsibleId: ME, dueOn: null },
  ...{ doneAt: null, doneBy: null, subItemId: null, removedAt: null, version: 1 },
  ...change,
})

test('the open lines of a person are counted by item, with the day of the first', () => {
  const lines = [
    line('a', { dueOn: '2026-03-12' }),
    line('b', { dueOn: '2026-03-11' }),
    line('c'),
    line('done', { doneAt: 1 }),
    line('gone', { removedAt: 1 }),
    line('became an item', { subItemId: 'x' }),
    line('of another', { responsibleId: 'x' }),
  ]
  expect([...linesForPerson(lines, ME)]).toEqual([['slab', { count: 3, dueOn: '2026-03-11' }]])
})

test.each<[string, string | null, Partial<WorkItem>, keyof MyWork<Item> | null]>([
  ['a line due today brings its item to the top', TODAY, { responsibleId: 'x' }, 'doNow'],
  ['a line with a later day brings it next', '2026-03-20', { responsibleId: 'x' }, 'next'],
  ['a line without a day has time', null, { responsibleId: 'x' }, 'later'],
  ['a line due today makes an own item press', TODAY, { stateGroup: 'backlog' }, 'doNow'],
  ['a line of a finished item asks for nothing', TODAY, { responsibleId: 'x', stateGroup: 'done' }, null],
])('%s', (_name, dueOn, change, section) => {
  const lines = linesForPerson([line('a', { dueOn })], ME)
  const work = sortMyWork([item('slab', change)], { personId: ME, today: TODAY, lines })
  const found = Object.entries(work).filter(([, entries]) => entries.length > 0)
  expect(found.map(([name]) => name)).toEqual(section === null ? [] : [section])
  if (section !== null)
    expect(work[section][0]?.reasons).toContainEqual({ kind: 'linesForYou', count: 1, dueOn })
})
