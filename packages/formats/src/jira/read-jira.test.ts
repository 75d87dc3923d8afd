import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TrackerBoard } from '../tracker/index.ts'
import { isJiraSearch, isJiraTable, readJira } from './read-jira.ts'
import { JIRA_SEARCH, JIRA_TABLE } from './testing/jira-files.ts'

const options = { momentOf: (local: string) => Date.parse(`${local}Z`), maxBytes: 1_000_000 }
const bytesOf = (content: unknown) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))

function read(content: unknown): TrackerBoard {
  const result = readJira(bytesOf(content), options)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('both files are recognised, and others are not taken for them', () => {
  expect(isJiraSearch(JIRA_SEARCH)).toBe(true)
  expect(isJiraSearch([JIRA_SEARCH, JIRA_SEARCH])).toBe(true)
  for (const other of [null, {}, { issues: [] }, { issues: [{ id: 1 }] }, [[]]])
    expect(isJiraSearch(other)).toBe(false)
  expect(isJiraTable(JIRA_TABLE)).toBe(true)
  expect(isJiraTable('"Issue id";"Issue key";"Summary"')).toBe(true)
  expect(isJiraTable('Summary,Status\nIssue key,Issue id')).toBe(false)
})

test('an issue of the search comes with what is on it', () => {
  const board = read(JIRA_SEARCH)
  expect(board.name).toBe('Tower A')
  expect(board.states).toEqual([
    { ref: '1', name: 'To Do', group: 'backlog' },
    { ref: '3', name: 'In Work', group: null },
    { ref: '5', name: 'Closed', group: 'done' },
  ])
  expect(board.items[1]).toMatchObject({
    ref: 'TWR-7',
    key: 'TWR-7',
    title: 'Pour the slab',
    description: 'Use **C30** concrete.\n\n- pump\n- vibrator\n\n```sh\nmix --fast\n```',
    type: 'Task',
    stateRef: '5',
    priority: 'Highest',
    personRefs: ['acc-1'],
    reporterRef: 'acc-2',
    parentRef: 'TWR-1',
    due: { day: '2026-03-31' },
    effortMin: 480,
    labels: ['night', 'concrete'],
    url: 'https://example.atlassian.net/browse/TWR-7',
    createdAt: Date.UTC(2026, 0, 1, 9),
    finishedAt: Date.UTC(2026, 1, 3, 10),
    history: [
      { at: Date.UTC(2026, 1, 1), stateRef: '3' },
      { at: Date.UTC(2026, 1, 3, 10), stateRef: '5' },
    ],
    attachments: [{ name: 'plan.pdf', url: 'https://example.atlassian.net/a/1' }],
  })
  expect(board.items[1]?.fields).toEqual([
    { name: 'Resolution', value: 'Done' },
    { name: 'Components', value: 'Core, Slab' },
    { name: 'Sprint', value: 'Week 5, Week 6' },
    { name: 'Story Points', value: '5' },
    { name: 'Yard', value: 'North: Gate 2' },
  ])
})

test('comments and work come with author and time, oldest first', () => {
  expect(read(JIRA_SEARCH).items[1]?.comments).toEqual([
    { authorRef: 'acc-1', at: Date.UTC(2026, 1, 2), body: 'Worked 2h 30m.\n\nSet the forms' },
    { authorRef: 'acc-2', at: Date.UTC(2026, 1, 2, 12), body: '@Ann Lee which *mix*?' },
  ])
})

test('people are known by name and address', () => {
  expect(read(JIRA_SEARCH).people).toEqual([
    { ref: 'acc-1', name: 'Ann Lee', email: 'ann@example.org' },
    { ref: 'acc-2', name: 'Tom Dahl', email: null },
  ])
})

test('a link that both ends tell is one, in its direction', () => {
  expect(read(JIRA_SEARCH).links).toEqual([
    { fromRef: 'TWR-1', toRef: 'TWR-7', kind: 'relates' },
    { fromRef: 'TWR-7', toRef: 'TWR-1', kind: 'blocks' },
  ])
})

test('a search of which pages are missing says so', () => {
  expect(read({ ...JIRA_SEARCH, total: 50 }).problems).toMatchObject([
    { code: 'tracker.pages_missing', severity: 'error', params: { count: 2, total: 50 } },
  ])
})

test('a search that tells no total says whether its last page is there', () => {
  const { total: _total, startAt: _startAt, ...page } = JIRA_SEARCH
  const further = { issues: [{ key: 'TWR-9', fields: { summary: 'Cure' } }] }
  const follows = { ...page, nextPageToken: 'abc', isLast: false }
  expect(read(follows).problems).toMatchObject([{ code: 'tracker.pages_follow', severity: 'error' }])
  expect(read([follows, { ...further, isLast: true }]).problems).toEqual([])
  // Neither is said where everything is on one page.
  expect(read([{ ...page, nextPageToken: null }]).problems).toEqual([])
})

test('a row of the table comes with the columns that come many times', () => {
  const board = read(JIRA_TABLE)
  expect(board.problems).toEqual([])
  expect(board.states).toEqual([
    { ref: 'To Do', name: 'To Do', group: 'backlog' },
    { ref: 'Closed', name: 'Closed', group: 'done' },
  ])
  expect(board.items[1]).toMatchObject({
    key: 'TWR-7',
    line: 3,
    title: 'Pour, then cure',
    description: '## Mix\nUse **C30**, see [norm](https://example.org/norm)',
    parentRef: 'TWR-1',
    personRefs: ['acc-1'],
    due: { day: '2026-03-31' },
    effortMin: 480,
    labels: ['night', 'concrete'],
    createdAt: Date.UTC(2026, 0, 31, 21, 5),
    finishedAt: Date.UTC(2026, 1, 3, 10),
    comments: [
      { authorRef: 'acc-1', at: Date.UTC(2026, 1, 1, 8), body: 'Worked 2h 30m.\n\nForms; rebar' },
      { authorRef: 'acc-2', at: Date.UTC(2026, 1, 2, 9, 30), body: 'One; two\nthree' },
    ],
    attachments: [{ name: 'plan;v2.pdf', url: 'https://example.org/plan.pdf' }],
    fields: [
      { name: 'Sprint', value: 'Week 5, Week 6' },
      { name: 'Story Points', value: '5.0' },
    ],
  })
  expect(board.people).toContainEqual({ ref: 'acc-1', name: 'Ann Lee', email: null })
  expect(board.links).toEqual([{ fromRef: 'TWR-7', toRef: 'TWR-1', kind: 'blocks' }])
})

test('numbers as dates are read in the order that the whole table decides', () => {
  const table = 'Summary,Issue key,Issue id,Created\nA,X-1,1,3/4/24 9:00 AM\nB,X-2,2,3/25/24 9:00 AM\n'
  expect(read(table).items.map(({ createdAt }) => createdAt)).toEqual([
    Date.UTC(2024, 2, 4, 9),
    Date.UTC(2024, 2, 25, 9),
  ])
})

test('rows without a key or with one that came before are told and left out', () => {
  const board = read('Summary,Issue key,Issue id,Due date\nA,X-1,1,soon\nB,,2,\nC,X-1,3,\n')
  expect(board.items.map(({ title }) => title)).toEqual(['A'])
  expect(board.problems).toMatchObject([
    { code: 'tracker.date_unreadable', line: 2 },
    { code: 'tracker.entry_unreadable', line: 3, severity: 'error' },
    { code: 'tracker.id_twice', line: 4, severity: 'error' },
  ])
})

test('more columns than other tables may have are read', () => {
  const header = ['Summary', 'Issue key', 'Issue id', ...Array.from({ length: 3_000 }, () => 'Comment')]
  const row = [
    'A',
    'X-1',
    '1',
    ...Array.from({ length: 3_000 }, (_comment, index) => (index === 2_999 ? 'last' : '')),
  ]
  expect(read(`${header.join(',')}\n${row.join(',')}\n`).items[0]?.comments).toHaveLength(1)
})

test('what holds no issues is refused', () => {
  for (const content of ['{"issues":[]}', '{"issues":', 'a,b\n1,2\n', '[]'])
    expect(readJira(bytesOf(content), options).ok).toBe(false)
})

test('whatever bytes are changed, the file is read or refused', () => {
  const files = [bytesOf(JIRA_SEARCH), bytesOf(JIRA_TABLE)]
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(change, { maxLength: 20 }),
      fc.nat(),
      (file, changes, cut) => {
        const bytes = file.slice(0, cut % 3 === 0 ? cut % file.length : file.length)
        for (const { at, byte } of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
        const result = readJira(bytes, options)
        if (!result.ok) return
        const refs = result.value.items.map(({ ref }) => ref)
        expect(new Set(refs).size).toBe(refs.length)
      },
    ),
    { seed: 21, numRuns: 600 },
  )
})
