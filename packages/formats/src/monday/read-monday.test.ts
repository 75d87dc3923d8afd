import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMondayRows, readMonday } from './read-monday.ts'
import { linesOf, MONDAY_BOARD, MONDAY_UPDATES } from './testing/monday-board.ts'

const momentOf = (local: string) => Date.parse(`${local}Z`)

function read(...sheets: readonly (readonly (readonly string[])[])[]) {
  const result = readMonday({ sheets: sheets.map((rows) => ({ rows: linesOf(rows) })), momentOf })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('a board is recognised by its shape, and other tables are not taken for one', () => {
  expect(isMondayRows(linesOf(MONDAY_BOARD))).toBe(true)
  expect(isMondayRows(linesOf([['Board'], ['Group'], ['Name', 'Person', 'Status']]))).toBe(true)
  for (const rows of [
    [],
    [['Name', 'Status']],
    [['Plan'], ['Name', 'Status']],
    [['Plan'], ['Task', 'Subitems']],
    [['Plan'], ['2026'], ['Name', 'Street']],
  ])
    expect(isMondayRows(linesOf(rows))).toBe(false)
})

test('items come group by group, sub-items below theirs, without headers and sums', () => {
  const { name, items, problems } = read(MONDAY_BOARD)
  expect(name).toBe('Harbour wall')
  expect(items.map(({ title, parentRef, labels }) => [title, parentRef, labels.at(-1)])).toEqual([
    ['Order sheet piles', null, 'This month'],
    ['Ask for a price', '7001', undefined],
    ['Close the road', '7001', undefined],
    ['Drive sheet piles', null, 'This month'],
    ['Clear the quay', null, 'Later'],
    ['Paint', null, 'Later'],
  ])
  expect(problems).toEqual([])
})

test('every column is mapped', () => {
  const { items, states, people, links } = read(MONDAY_BOARD)
  expect(items[0]).toMatchObject({
    ref: '7001',
    line: 5,
    stateRef: 'Working on it',
    priority: 'Critical',
    personRefs: ['Tom Dahl', 'Ann Lee'],
    reporterRef: 'Ann Lee',
    starts: { day: '2026-03-02' },
    due: { day: '2026-03-31' },
    labels: ['steel', 'quay', 'This month'],
    createdAt: Date.UTC(2026, 0, 5, 9),
    fields: [{ name: 'Tons', value: '120' }],
    attachments: [
      { name: 'offer A.pdf', url: 'https://harbour.monday.com/protected_static/1/offer%20A.pdf' },
    ],
  })
  expect(items[1]).toMatchObject({ stateRef: 'Done', personRefs: ['Ann Lee'], due: { day: '2026-03-03' } })
  expect(states).toEqual([
    { ref: 'Working on it', name: 'Working on it', group: 'inProgress' },
    { ref: 'Done', name: 'Done', group: 'done' },
    { ref: 'Stuck', name: 'Stuck', group: 'waiting' },
    { ref: 'Night shift', name: 'Night shift', group: null },
  ])
  expect(people.map(({ ref }) => ref)).toEqual(['Tom Dahl', 'Ann Lee'])
  expect(links).toEqual([{ fromRef: '7001', toRef: '7002', kind: 'precedes' }])
})

test('updates are comments with author and time, oldest first; one about nothing is told', () => {
  const { items, problems } = read(MONDAY_BOARD, MONDAY_UPDATES)
  expect(items[0]?.comments).toEqual([
    { authorRef: 'Old Hand', at: Date.UTC(2026, 0, 6, 9), body: 'The long ones?' },
    { authorRef: 'Ann Lee', at: Date.UTC(2026, 0, 7, 10), body: 'Yes' },
  ])
  expect(problems).toMatchObject([{ code: 'tracker.item_unknown', line: 5, subject: 'Gone' }])
})

test('without a status, groups are what work goes through; a span may stand in one cell', () => {
  const { items, states } = read([
    ['Board'],
    ['To-Do'],
    ['Name', 'Owner', 'Timeline', 'Due date'],
    ['One', '', '2026-03-02 - 2026-03-05', ''],
    ['Two', '', '', 'soon'],
  ])
  expect(states.map(({ name }) => name)).toEqual(['To-Do'])
  expect(items).toMatchObject([
    { stateRef: 'To-Do', labels: [], starts: { day: '2026-03-02' }, due: { day: '2026-03-05' } },
    { stateRef: 'To-Do', due: null },
  ])
})

test('what is wrong is told with its line and leaves the rest as it is', () => {
  const { items, problems } = read([
    ['Board'],
    ['Group'],
    ['Name', 'Status', 'Due date', 'Item ID (auto generated)'],
    ['One', 'Done', 'soon', '1'],
    ['', 'Done', '', '2'],
    ['Two', '', '', '1'],
    ['Three', '', '', '3'],
  ])
  expect(items.map(({ title }) => title)).toEqual(['One', 'Three'])
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['tracker.entry_unreadable', 5],
    ['tracker.date_unreadable', 4],
    ['tracker.id_twice', 6],
  ])
})

test('lines of delimiters alone, as tables have them between groups, are passed over', () => {
  const spaced = MONDAY_BOARD.flatMap((row) => [row, ['', '', '']])
  expect(isMondayRows(linesOf(spaced))).toBe(true)
  const titles = (rows: readonly (readonly string[])[]) =>
    read(rows).items.map(({ title, labels }) => [title, labels])
  expect(titles(spaced)).toEqual(titles(MONDAY_BOARD))
})

test('what holds no board is refused', () => {
  for (const sheets of [[], [{ rows: [] }], [{ rows: linesOf(MONDAY_UPDATES) }]])
    expect(readMonday({ sheets, momentOf })).toMatchObject({
      ok: false,
      refusal: { code: 'monday.no_board' },
    })
})

test('a board cut anywhere, and with any rows in it, is read or refused', () => {
  const row = fc.array(fc.constantFrom('', 'Name', 'Subitems', 'x', '2026-01-01', ', ,'), { maxLength: 5 })
  fc.assert(
    fc.property(fc.nat(MONDAY_BOARD.length), fc.array(row, { maxLength: 8 }), (at, odd) => {
      const rows = [...MONDAY_BOARD.slice(0, at), ...odd, ...MONDAY_BOARD.slice(at + 2)]
      const result = readMonday({ sheets: [{ rows: linesOf(rows) }], momentOf })
      if (result.ok)
        expect(new Set(result.value.items.map(({ ref }) => ref)).size).toBe(result.value.items.length)
    }),
    { seed: 31, numRuns: 400 },
  )
})
