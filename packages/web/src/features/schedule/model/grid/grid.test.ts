import type { PlanRowView, PlanView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { planDays } from '../plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../read-calendars.ts'
import { blockOf, cellAfter } from './cell-place.ts'
import { textOf } from './cell-text.ts'
import { GRID_COLUMNS, type GridGround } from './ground.ts'
import { planPaste } from './paste.ts'
import { writeCell } from './write-cell.ts'
import { writeLinks } from './write-links.ts'

const timeZone = 'UTC'
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

type Sent = Partial<PlanRowView> & { readonly itemId: string }

let made = 0
const row = (sent: Sent) =>
  ({
    ...{
      parentId: null,
      key: sent.itemId.toUpperCase(),
      title: sent.itemId,
      wbs: '1',
      level: 1,
      isSummary: false,
    },
    ...{ isMilestone: false, isManual: false, isElapsed: false, isDone: false, datesFrom: 'plan' },
    ...{ startAt: null, finishAt: null, durationMin: null, percentComplete: 0, calendarId: null },
    ...{ constraintKind: null, constraintAt: null, actualStartAt: null },
    ...sent,
  }) as PlanRowView // What the grid looks at.
const link = (id: string, fromId: string, toId: string, more = {}) =>
  ({
    id,
    fromId,
    toId,
    kind: 'precedes',
    linkType: 'FS',
    lag: 0,
    lagUnit: 'workingMin',
    ...more,
  }) as PlanView['links'][number] // As above.

const rows = [
  row({ itemId: 'a-1', isSummary: true }),
  row({
    ...{ itemId: 'a-2', wbs: '1.1', datesFrom: 'item' },
    ...{ startAt: at('2027-03-01'), finishAt: at('2027-03-06') },
  }),
  row({
    ...{ itemId: 'a-3', wbs: '1.2', durationMin: 960, percentComplete: 50 },
    ...{ startAt: at('2027-03-08', 8), finishAt: at('2027-03-09', 17) },
  }),
  row({ itemId: 'a-4', wbs: '1.3', datesFrom: null }),
]
const ground: GridGround = {
  ...{ containerId: 'c', rows, timeZone, calendars: [] },
  links: [link('l1', 'a-2', 'a-3'), link('l2', 'a-2', 'a-4', { linkType: 'SS', lag: 960 })],
  settings: { calendarId: null } as PlanView['settings'], // Nothing else of them is looked at.
  days: planDays([at('2027-01-01'), at('2027-06-01')], {
    calendars: readCalendars([], timeZone),
    calendarId: USUAL_CALENDAR,
    timeZone,
  }),
  letters: {
    type: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
    unit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
    elapsed: 'e',
  },
  people: [
    { id: 'p-tom', name: 'Tom Dahl', email: 'tom@example.org' },
    { id: 'p-ida', name: 'Ida Berg', email: null },
  ],
  itemOf: (itemId) =>
    itemId === 'a-2'
      ? { startsOn: '2027-03-01', dueOn: '2027-03-05', responsibleId: 'p-tom', rank: '' }
      : { startsOn: null, dueOn: null, responsibleId: null, rank: '' },
  now: () => at('2027-01-01'),
  readDay: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null),
  newId: () => {
    made += 1
    return `new-${String(made)}`
  },
}
const [summary, own, following, undated] = rows.map((each) => ({ row: each, ground }))
const call = (name: string, input: object) => ({ name, input })

test('a line is what can be written, copied and pasted', () => {
  const line = (each: PlanRowView) => GRID_COLUMNS.map((column) => textOf(column, each, ground))
  expect(rows.slice(1).map(line)).toEqual([
    ['a-2', '5d', '2027-03-01', '2027-03-05', '', '', 'Tom Dahl'],
    ['a-3', '2d', '2027-03-08', '2027-03-09', '2', '50%', ''],
    ['a-4', '', '', '', '2SS+2d', '', ''],
  ])
})

test.each([
  ['title', 'Pour', 'work.changeItem', { id: 'a-2', patch: { title: 'Pour' } }],
  ['responsible', 'ida', 'work.changeItem', { id: 'a-2', patch: { responsibleId: 'p-ida' } }],
  ['responsible', '', 'work.changeItem', { id: 'a-2', patch: { responsibleId: null } }],
  [
    'start',
    '2027-03-03',
    'work.changeItem',
    { id: 'a-2', patch: { startsOn: '2027-03-03', dueOn: '2027-03-07' } },
  ],
  ['finish', '2027-03-10', 'work.changeItem', { id: 'a-2', patch: { dueOn: '2027-03-10' } }],
  // Over a weekend, which is not worked.
  ['duration', '7d', 'work.changeItem', { id: 'a-2', patch: { dueOn: '2027-03-09' } }],
  ['start', '', 'work.changeItem', { id: 'a-2', patch: { startsOn: null } }],
  [
    'percent',
    '30 %',
    'schedule.changePlanItem',
    { containerId: 'c', itemId: 'a-2', patch: { percentComplete: 30 } },
  ],
] as const)('of an item with days of its own, the %s becomes %j', (column, text, name, input) => {
  expect(own && writeCell(column, text, own)).toEqual([call(name, input)])
})

test('what follows its links takes another time, or begins no earlier', () => {
  const planned = (patch: object) => [
    call('schedule.changePlanItem', { containerId: 'c', itemId: 'a-3', patch }),
  ]
  expect(following && writeCell('duration', '3ed', following)).toEqual(
    planned({ durationMin: 4320, isElapsed: true }),
  )
  expect(following && writeCell('start', '2027-03-10', following)).toEqual(
    planned({ constraintKind: 'SNET', constraintAt: at('2027-03-10', 8) }),
  )
  expect(following && writeCell('duration', '2d', following)).toEqual([])
  expect(undated && writeCell('start', '2027-03-10', undated)).toEqual([
    call('work.changeItem', { id: 'a-4', patch: { startsOn: '2027-03-10' } }),
  ])
})

test.each([
  [own, 'title', ' ', 'titleEmpty'],
  [own, 'start', 'soon', 'noDay'],
  [own, 'duration', 'long', 'noLength'],
  [own, 'percent', '101', 'noPercent'],
  [own, 'responsible', 'Otto', 'nobody'],
  [summary, 'start', '2027-03-10', 'ofSummary'],
  [undated && { ...undated, row: { ...undated.row, isManual: true } }, 'duration', '3d', 'undated'],
] as const)('it is said why a cell does not take a text %#', (cell, column, text, fault) => {
  expect(cell && writeCell(column, text, cell)).toMatchObject({ fault })
})

test('predecessors are made, changed and taken away by line, outline number or key', () => {
  const write = (text: string) => writeLinks(text, 'a-4', { ground, lines: rows, links: ground.links })
  expect(write('2SS+2d')).toMatchObject({ calls: [] })
  expect(write('')).toMatchObject({ calls: [call('work.unrelateItems', { id: 'l2' })] })
  expect(write('2SS+2d; 1.2FF')).toMatchObject({
    calls: [{ name: 'work.relateItems', input: { fromId: 'a-3', toId: 'a-4', linkType: 'FF', lag: 0 } }],
  })
  expect(write('A-2')).toMatchObject({
    calls: [
      { name: 'work.unrelateItems', input: { id: 'l2' } },
      { name: 'work.relateItems', input: { fromId: 'a-2', toId: 'a-4', linkType: 'FS' } },
    ],
  })
  expect(write('9')).toEqual({ fault: 'linkUnknown', piece: '9' })
  expect(write('4')).toEqual({ fault: 'linkItself', piece: '4' })
  expect(write('2XX')).toEqual({ fault: 'linkUnreadable', piece: '2XX' })
})

const names = {
  ...{ title: 'Title', duration: 'Duration', start: 'Start', finish: 'Finish' },
  ...{ before: 'Predecessors', percent: 'Done', responsible: 'Responsible' },
}

test('a pasted block changes lines from the cell on, and makes items of those beyond the last', () => {
  const text = 'a-4\t2d\nBrace\t1d\t\t\t4; 3SS+1d\nOrder the sign\t\t2027-03-20\n'
  const pasting = planPaste(text, { line: 3, column: 'title' }, { ground, names })
  expect(pasting).toMatchObject({ changedCount: 1, newCount: 2, wrongCount: 0 })
  const [, brace, sign] = pasting.lines.map(({ itemId }) => itemId)
  expect(pasting.calls).toMatchObject([
    { name: 'work.createItem', input: { id: brace, containerId: 'c', title: 'Brace' } },
    { name: 'work.createItem', input: { id: sign, title: 'Order the sign', startsOn: '2027-03-20' } },
    { name: 'schedule.changePlanItem', input: { itemId: 'a-4', patch: { durationMin: 960 } } },
    { name: 'schedule.changePlanItem', input: { itemId: brace, patch: { durationMin: 480 } } },
    { name: 'work.relateItems', input: { fromId: 'a-4', toId: brace } },
    { name: 'work.relateItems', input: { fromId: 'a-3', toId: brace, linkType: 'SS', lag: 480 } },
  ])
})

test('a first line that names columns says where the others go', () => {
  const text = 'Responsible\tTitle\tOther\nIda Berg\ta-2\tx'
  const pasting = planPaste(text, { line: 1, column: 'duration' }, { ground, names })
  expect(pasting.calls).toEqual([call('work.changeItem', { id: 'a-2', patch: { responsibleId: 'p-ida' } })])
})

test('wrong cells are named, and the others are done', () => {
  const text = 'Pour\tlong\tsoon\t\t4\n\t\t\t\t2'
  const pasting = planPaste(text, { line: 1, column: 'title' }, { ground, names })
  expect(
    pasting.lines.flatMap(({ cells }) =>
      cells.flatMap(({ column, wrong }) => (wrong ? [[column, wrong.fault]] : [])),
    ),
  ).toEqual([
    ['duration', 'noLength'],
    ['start', 'noDay'],
    // The fourth line comes after the second already.
    ['before', 'linkCircle'],
    ['title', 'titleEmpty'],
  ])
  expect(pasting.calls[0]).toEqual(call('work.changeItem', { id: 'a-2', patch: { title: 'Pour' } }))
})

test('keys lead from cell to cell, and stay within the grid', () => {
  const from = { line: 2, column: 'start' } as const
  const after = (key: string, isCtrl = false) =>
    cellAfter({ key, isCtrl }, from, { columns: GRID_COLUMNS, lines: 5, pageLines: 10 })
  expect(after('ArrowRight')).toEqual({ line: 2, column: 'finish' })
  expect(after('ArrowDown', true)).toEqual({ line: 4, column: 'start' })
  expect(after('PageUp')).toEqual({ line: 0, column: 'start' })
  expect(after('End')).toEqual({ line: 2, column: 'responsible' })
  expect(after('x')).toBeNull()
  expect(blockOf(from, { line: 0, column: 'before' }, GRID_COLUMNS)).toEqual({
    ...{ firstLine: 0, lastLine: 2 },
    columns: ['start', 'finish', 'before'],
  })
})
