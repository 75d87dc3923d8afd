import type { PlanRowView, PlanView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { newRow } from '../new-row.ts'
import { blockOf, cellAfter } from './cell-place.ts'
import { textOf } from './cell-text.ts'
import { GRID_COLUMNS, type GridColumn, groundOf } from './ground.ts'
import { planPaste } from './paste.ts'
import { resourcesText } from './resources-text.ts'
import { at, emptyPlan } from './testing/grid-world.ts'
import { planLines } from './write-lines.ts'
import { writeLinks } from './write-links.ts'
import { writeResources } from './write-resources.ts'

type Sent = Partial<PlanRowView> & { readonly itemId: string }

const row = (sent: Sent) => newRow({ key: sent.itemId.toUpperCase(), title: sent.itemId, wbs: '1', ...sent })
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
    ...{ itemId: 'a-2', parentId: 'a-1', level: 2, wbs: '1.1', datesFrom: 'item' },
    ...{ startAt: at('2027-03-01'), finishAt: at('2027-03-06') },
  }),
  row({
    ...{ itemId: 'a-3', parentId: 'a-1', level: 2, wbs: '1.2', durationMin: 960, percentComplete: 50 },
    ...{ startAt: at('2027-03-08', 8), finishAt: at('2027-03-09', 17) },
  }),
  row({ itemId: 'a-4', parentId: 'a-1', level: 2, wbs: '1.3' }),
]
const ground = groundOf({
  ...emptyPlan,
  rows,
  links: [link('l1', 'a-2', 'a-3'), link('l2', 'a-2', 'a-4', { linkType: 'SS', lag: 960 })],
  itemOf: (itemId) =>
    itemId === 'a-2'
      ? { startsOn: '2027-03-01', dueOn: '2027-03-05', responsibleId: 'p-tom', rank: '2V' }
      : { startsOn: null, dueOn: null, responsibleId: null, rank: `${itemId.slice(2)}V` },
})
const [summary, own, following, undated] = [cellOf(0), cellOf(1), cellOf(2), cellOf(3)]
const SHOWN = ['title', 'duration', 'start', 'finish', 'before', 'percent', 'responsible'] as const

function cellOf(line: number) {
  return { row: rows[line] ?? row({ itemId: '' }) }
}

function planned(patch: object) {
  return { containerId: 'c', itemId: 'a-2', patch }
}
const call = (name: string, input: object) => ({ name, input })

/** What writing one cell does. */
function write(column: GridColumn, text: string, cell: { readonly row: PlanRowView } | undefined) {
  const row = cell?.row ?? null
  const target = { row, itemId: row?.itemId ?? '', texts: new Map([[column, text]]) }
  const { calls, lines } = planLines([target], ground)
  return { calls, fault: lines[0]?.cells[0]?.wrong?.fault ?? null }
}

test('a line is what can be written, copied and pasted', () => {
  const line = (each: PlanRowView) => SHOWN.map((column) => textOf(column, each, ground))
  expect(rows.slice(1).map(line)).toEqual([
    ['a-2', '5d', '2027-03-01', '2027-03-05', '', '', 'Tom Dahl'],
    ['a-3', '2d', '2027-03-08', '2027-03-09', '2', '50%', ''],
    ['a-4', '', '', '', '2SS+2d', '', ''],
  ])
})

test.each([
  ['title', 'Pour', 'work.changeItem', { id: 'a-2', patch: { title: 'Pour' } }],
  ['effort', '2d', 'work.changeItem', { id: 'a-2', patch: { effortMin: 960 } }],
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
  ['duration', '0d', 'work.changeItem', { id: 'a-2', patch: { isMilestone: true } }],
  ['start', '', 'work.changeItem', { id: 'a-2', patch: { startsOn: null } }],
  ['percent', '30 %', 'schedule.changePlanItem', planned({ percentComplete: 30 })],
  ['deadline', '2027-04-01', 'schedule.changePlanItem', planned({ deadlineAt: at('2027-04-02') })],
  ['calendar', 'night shift', 'schedule.changePlanItem', planned({ calendarId: 'k-night' })],
] as const)('of an item with days of its own, the %s becomes %j', (column, text, name, input) => {
  expect(write(column, text, own)).toEqual({ calls: [call(name, input)], fault: null })
})

test('what follows its links takes another time, or begins no earlier', () => {
  const said = (column: GridColumn, text: string) => write(column, text, following).calls
  const input = (patch: object) => ({ containerId: 'c', itemId: 'a-3', patch })
  expect(said('duration', '3ed')).toEqual([
    call('schedule.changePlanItem', input({ durationMin: 4320, isElapsed: true })),
  ])
  expect(said('start', '2027-03-10')).toEqual([
    call('schedule.changePlanItem', input({ constraintKind: 'SNET', constraintAt: at('2027-03-10', 8) })),
  ])
  expect(said('duration', '2d')).toEqual([])
  expect(write('start', '2027-03-10', undated).calls).toEqual([
    call('work.changeItem', { id: 'a-4', patch: { startsOn: '2027-03-10' } }),
  ])
})

test('a constraint holds an item where it lies, or where its day says', () => {
  const said = (texts: readonly (readonly [GridColumn, string])[]) =>
    planLines([{ row: following.row, itemId: 'a-3', texts: new Map(texts) }], ground).calls.map(
      ({ input }) => ('patch' in input ? input.patch : null),
    )
  expect(said([['constraint', 'Must Finish On']])).toEqual([
    { constraintKind: 'MFO', constraintAt: at('2027-03-10') },
  ])
  expect(
    said([
      ['constraint', 'Ende nicht später als'],
      ['constraintDay', '2027-03-20'],
    ]),
  ).toEqual([{ constraintKind: 'FNLT', constraintAt: at('2027-03-21') }])
  expect(said([['constraintDay', '2027-03-20']])).toEqual([
    { constraintKind: 'SNET', constraintAt: at('2027-03-20') },
  ])
})

test('resources come, go and change their share by their names', () => {
  const assigned = groundOf({
    ...ground,
    assignments: [{ id: 's-1', itemId: 'a-3', resourceId: 'r-ann', units: 1, alternatives: null }],
  })
  const said = (text: string) => writeResources(text, 'a-3', assigned)
  expect(said('Ann[50%]; crane')).toMatchObject([
    call('schedule.changeAssignment', { id: 's-1', patch: { units: 0.5 } }),
    call('schedule.assign', { itemId: 'a-3', resourceId: 'r-crane', units: 1 }),
  ])
  expect(said('Concrete, C30[12 t]')).toMatchObject([
    call('schedule.unassign', { id: 's-1' }),
    call('schedule.assign', { resourceId: 'r-concrete', units: 12 }),
  ])
  // Somebody of the organisation becomes a resource of the project.
  expect(said('Ann, Ida Berg')).toMatchObject([
    { name: 'schedule.saveResource', input: { kind: 'work', name: 'Ida Berg', personId: 'p-ida' } },
    { name: 'schedule.assign', input: { itemId: 'a-3', units: 1 } },
  ])
  expect(said('Ann; Otto')).toEqual({ fault: 'noResource', piece: 'Otto' })
  expect(said('Ann[much]')).toEqual({ fault: 'noUnits', piece: 'much' })
  expect(writeResources('Ida Berg', 'a-3', { ...assigned, canManage: false })).toMatchObject({
    fault: 'noResource',
  })
})

test('work for anybody with a skill is written with a question mark, as often as it is needed', () => {
  const welding = { resourceId: null, alternatives: { kind: 'skill', skill: 'Welding' } } as const // Literals of the type.
  const open = { id: 's-1', itemId: 'a-3', ...welding, units: 0.5 }
  const asked = groundOf({ ...ground, assignments: [open] })
  const said = (text: string) => writeResources(text, 'a-3', asked)
  const [row] = ground.rows.filter(({ itemId }) => itemId === 'a-3')
  expect(row && resourcesText(row, asked)).toBe('?Welding[50%]')
  expect(said('?Welding[50%]')).toEqual([])
  expect(said('?welding[50%]; ?Welding[2]')).toMatchObject([
    call('schedule.assign', { itemId: 'a-3', ...welding, units: 2 }),
  ])
  expect(said('Ann')).toMatchObject([
    call('schedule.unassign', { id: 's-1' }),
    call('schedule.assign', { resourceId: 'r-ann' }),
  ])
  expect(said('?Flying')).toEqual({ fault: 'noSkill', piece: 'Flying' })
})

test.each([
  [own, 'title', ' ', 'titleEmpty'],
  [own, 'start', 'soon', 'noDay'],
  [own, 'duration', 'long', 'noLength'],
  [own, 'effort', 'much', 'noWork'],
  [own, 'percent', '101', 'noPercent'],
  [own, 'responsible', 'Otto', 'nobody'],
  [own, 'constraint', 'whenever', 'noConstraint'],
  [own, 'calendar', 'Moon', 'noCalendar'],
  [own, 'wbs', '7', 'wbs'],
  [own, 'float', '3d', 'float'],
  [summary, 'start', '2027-03-10', 'ofSummary'],
  [{ row: { ...following.row, isHammock: true } }, 'duration', '3d', 'ofHammock'],
  [undated, 'constraint', 'MSO', 'undated'],
  [{ ...undated, row: { ...undated.row, isManual: true } }, 'duration', '3d', 'undated'],
] as const)('it is said why a cell does not take a text %#', (cell, column, text, fault) => {
  expect(write(column, text, cell)).toEqual({ calls: [], fault })
})

test('predecessors are made, changed and taken away by line, outline number or key', () => {
  const said = (text: string) => writeLinks(text, 'a-4', { ground, lines: rows, links: ground.links })
  expect(said('2SS+2d')).toMatchObject({ calls: [] })
  expect(said('')).toMatchObject({ calls: [call('work.unrelateItems', { id: 'l2' })] })
  expect(said('2SS+2d; 1.2FF')).toMatchObject({
    calls: [{ name: 'work.relateItems', input: { fromId: 'a-3', toId: 'a-4', linkType: 'FF', lag: 0 } }],
  })
  expect(said('A-2')).toMatchObject({
    calls: [
      { name: 'work.unrelateItems', input: { id: 'l2' } },
      { name: 'work.relateItems', input: { fromId: 'a-2', toId: 'a-4', linkType: 'FS' } },
    ],
  })
  expect(said('9')).toEqual({ fault: 'linkUnknown', piece: '9' })
  expect(said('4')).toEqual({ fault: 'linkItself', piece: '4' })
  expect(said('2XX')).toEqual({ fault: 'linkUnreadable', piece: '2XX' })
})

const names = Object.fromEntries(GRID_COLUMNS.map((column) => [column, `own ${column}`])) as Record<
  GridColumn,
  string
> // One entry for each column.
const pasted = (text: string, line: number, column: GridColumn = 'title') =>
  planPaste(text, { rows, line, column, columns: SHOWN, names }, ground)

test('a pasted block changes lines from the cell on, and makes items of those beyond the last', () => {
  const pasting = pasted('a-4\t2d\nBrace\t1d\t\t\t4; 3SS+1d\nOrder the sign\t\t2027-03-20\n', 3)
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

test('a first line that names columns says where the others go, and what is passed over is told', () => {
  const pasting = pasted('Zuständig\tName\tOther\tCost\nIda Berg\ta-2\tx\t12', 1, 'duration')
  expect(pasting.calls).toEqual([call('work.changeItem', { id: 'a-2', patch: { responsibleId: 'p-ida' } })])
  expect(pasting.passedOver).toEqual(['Other', 'Cost'])
})

test.each([
  ['indented titles', 'Walls\n  Form\n  Pour\n    Cure\nRoof'],
  ['outline levels', 'Outline Level\tName\n1\tWalls\n2\tForm\n2\tPour\n3\tCure\n1\tRoof'],
  ['outline numbers', 'PSP\tName\n7\tWalls\n7.1\tForm\n7.2\tPour\n7.2.1\tCure\n8\tRoof'],
])('%s make the hierarchy', (_name, text) => {
  const made = pasted(text, rows.length).calls.map(({ input }) => input)
  const parentOf = (title: string) => {
    const item = made.find((each) => 'title' in each && each.title === title)
    const parent = made.find(
      (each) => 'id' in each && item && 'parentId' in item && each.id === item.parentId,
    )
    return parent && 'title' in parent ? parent.title : null
  }
  expect(['Walls', 'Form', 'Pour', 'Cure', 'Roof'].map(parentOf)).toEqual([
    null,
    'Walls',
    'Walls',
    'Pour',
    null,
  ])
})

test('a table that numbers its own lines is linked by its own numbers', () => {
  const pasting = pasted('ID\tTask Name\tPredecessors\n1\tForm\t\n2\tPour\t1FS+2 days', rows.length)
  const [form, pour] = pasting.lines.map(({ itemId }) => itemId)
  expect(pasting.calls.at(-1)).toMatchObject({ input: { fromId: form, toId: pour, lag: 960 } })
})

test('where effort and shares would make another duration, the duration is said last', () => {
  const { calls } = pasted('Name\tDuration\tWork\tResources\nPour\t1d\t8h\tAnn[50%]', rows.length)
  expect(calls.map(({ name }) => name)).toEqual([
    'work.createItem',
    'schedule.changePlanItem',
    'schedule.assign',
    'schedule.changePlanItem',
  ])
  expect(calls.at(-1)).toMatchObject({ input: { patch: { durationMin: 480 } } })
})

test('levels pasted over lines move them with what lies under them', () => {
  const pasting = pasted('Level\tName\n1\ta-1\n1\ta-2', 0)
  expect(pasting.lines).toMatchObject([{ itemId: 'a-2', levelBefore: 2, level: 1 }])
})

test('wrong cells are named, and nothing of them is done', () => {
  const pasting = pasted('Pour\tlong\tsoon\t\t4\n\t\t\t\t2', 1)
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

test('a new line without a title is not made, nor is anything under it', () => {
  const pasting = pasted('Walls\t1d\n  \t2d\n    Cure\t3d', rows.length)
  expect(pasting).toMatchObject({ newCount: 2, wrongCount: 1 })
  const [walls] = pasting.lines.map(({ itemId }) => itemId)
  expect(pasting.calls[1]).toMatchObject({ input: { title: 'Cure', parentId: walls } })
})

test('keys lead from cell to cell, and stay within the grid', () => {
  const from = { line: 2, column: 'start' } as const
  const after = (key: string, isCtrl = false) =>
    cellAfter({ key, isCtrl }, from, { columns: SHOWN, lines: 5, pageLines: 10 })
  expect(after('ArrowRight')).toEqual({ line: 2, column: 'finish' })
  expect(after('ArrowDown', true)).toEqual({ line: 4, column: 'start' })
  expect(after('PageUp')).toEqual({ line: 0, column: 'start' })
  expect(after('End')).toEqual({ line: 2, column: 'responsible' })
  expect(after('x')).toBeNull()
  expect(blockOf(from, { line: 0, column: 'before' }, SHOWN)).toEqual({
    ...{ firstLine: 0, lastLine: 2 },
    columns: ['start', 'finish', 'before'],
  })
})
