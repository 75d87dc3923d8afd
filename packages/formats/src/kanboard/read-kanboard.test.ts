import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKanboardAnswer, isKanboardTable, readKanboard } from './read-kanboard.ts'
import { KANBOARD_ANSWERS, KANBOARD_TABLE } from './testing/kanboard-files.ts'

const options = { momentOf: (local: string) => Date.parse(`${local}Z`), maxBytes: 1_000_000 }
const bytesOf = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))

function read(content: unknown) {
  const result = readKanboard(bytesOf(content), options)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('the table and the answers are recognised, and others are not taken for them', () => {
  expect(isKanboardTable(KANBOARD_TABLE)).toBe(true)
  for (const head of ['', 'Title,Column', 'Task Id,Project,Title']) expect(isKanboardTable(head)).toBe(false)
  expect(isKanboardAnswer(KANBOARD_ANSWERS)).toBe(true)
  expect(isKanboardAnswer(KANBOARD_ANSWERS[2])).toBe(true)
  for (const value of [
    null,
    [],
    {},
    { result: [] },
    { result: [{ id: 1, title: 'x' }] },
    KANBOARD_ANSWERS[0],
  ])
    expect(isKanboardAnswer(value)).toBe(false)
})

test('a task of the table comes with what is in its columns', () => {
  const { items, name, people, states } = read(KANBOARD_TABLE)
  expect(name).toBe('Harbour wall')
  expect(states.map((state) => state.name)).toEqual(['Work in progress', 'Done'])
  expect(items[0]).toMatchObject({
    ref: '7',
    key: '#7',
    line: 2,
    title: 'Order sheet piles, long',
    stateRef: 'Work in progress',
    isDone: false,
    priority: '3',
    personRefs: ['tom'],
    reporterRef: 'admin',
    starts: { day: '2026-03-02' },
    due: { day: '2026-03-31' },
    effortMin: 90,
    labels: ['Steel', 'Night shift', 'steel', 'quay'],
    createdAt: Date.UTC(2026, 0, 5, 9),
    fields: [
      { name: 'Reference', value: 'GATE-2' },
      { name: 'Complexity', value: '5' },
      { name: 'Time spent', value: '30m' },
    ],
  })
  expect(items[1]).toMatchObject({
    isDone: true,
    finishedAt: Date.UTC(2026, 0, 7, 10),
    effortMin: null,
    url: 'https://example.org/8',
    fields: [],
  })
  expect(people).toEqual([
    { ref: 'tom', name: 'Tom Dahl', email: null },
    { ref: 'admin', name: 'Ann Lee', email: null },
  ])
})

test('answers of its interface say the same, with comments and sub-tasks', () => {
  const { items, people, states } = read(KANBOARD_ANSWERS)
  expect(states.map(({ name }) => name)).toEqual(['Backlog', 'Work in progress', 'Column 9'])
  expect(people.find(({ ref }) => ref === '2')).toEqual({
    ref: '2',
    name: 'Tom Dahl',
    email: 'tom@example.org',
  })
  expect(items[0]).toMatchObject({
    key: '#7',
    description: 'As **drawn**',
    stateRef: '3',
    personRefs: ['2'],
    due: { at: Date.UTC(2026, 2, 31, 12) },
    starts: null,
    effortMin: 90,
    labels: ['Steel'],
    createdAt: Date.UTC(2026, 0, 5, 9),
    checklists: [
      {
        lines: [
          { text: 'Ask for a price', isDone: true, personRef: '2' },
          { text: 'Close the road', isDone: false, personRef: null },
        ],
      },
    ],
    comments: [{ authorRef: '2', at: Date.UTC(2026, 0, 6, 9), body: 'The *long* ones' }],
  })
  expect(items[1]).toMatchObject({ isDone: true, personRefs: [], finishedAt: 1767780000000 })
})

test('a board with its lanes and columns is read as well', () => {
  const task = {
    id: 7,
    title: 'Dig',
    column_id: 3,
    is_active: 1,
    column_title: 'Doing',
    assignee_username: 'tom',
  }
  const board = {
    result: [{ id: 1, name: 'Lane', columns: [{ id: 3, title: 'Doing', task_limit: 0, tasks: [task] }] }],
  }
  expect(read(board)).toMatchObject({
    states: [{ ref: '3', name: 'Doing' }],
    items: [{ title: 'Dig', stateRef: '3', personRefs: ['tom'] }],
  })
})

test('what is wrong is told with its line', () => {
  const [header] = KANBOARD_TABLE.split('\n')
  const { items, problems } = read(
    `${header}\n7,,P,Open,,,Doing,1,,soon,,,,,,One,,,,,,,,\n7,,P,Open,,,Doing,1,,,,,,,,Two,,,,,,,,\n`,
  )
  expect(items).toMatchObject([{ title: 'One', due: null }])
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['tracker.date_unreadable', 2],
    ['tracker.id_twice', 3],
  ])
})

test('what holds no tasks is refused', () => {
  for (const [content, code] of [
    ['Title,Column\nx,y', 'kanboard.no_tasks'],
    [[], 'kanboard.no_tasks'],
    ['[{"result":', 'tracker.json_broken'],
  ] as const)
    expect(readKanboard(bytesOf(content), options)).toMatchObject({ ok: false, refusal: { code } })
})

test('whatever an answer holds, it is read or refused', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()), { maxLength: 6 }),
      (result) => {
        const read = readKanboard(bytesOf([{ result }, ...KANBOARD_ANSWERS.slice(2, 3)]), options)
        expect(read.ok).toBe(true)
      },
    ),
    { seed: 51, numRuns: 300 },
  )
})

const KEYS = [
  'id',
  'title',
  'column_id',
  'is_active',
  'task_limit',
  'task_id',
  'comment',
  'status',
  'date_due',
]
