import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isClickUpTable, readClickUp } from './read-clickup.ts'
import { CLICKUP_TABLE, clickRow } from './testing/clickup-table.ts'

const options = { momentOf: (local: string) => Date.parse(`${local}Z`), maxBytes: 1_000_000 }

function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const result = readClickUp(bytes, options)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const withRows = (...rows: readonly string[]) => [CLICKUP_TABLE.split('\n')[0], ...rows].join('\n')

test('the table is recognised by its header', () => {
  expect(isClickUpTable(CLICKUP_TABLE)).toBe(true)
  for (const head of ['', 'Task ID,Name', 'Task Name,Status,List Name', '{"Task ID":1}'])
    expect(isClickUpTable(head)).toBe(false)
})

test('a task comes with what is in its columns', () => {
  const { items, name, people } = read(CLICKUP_TABLE)
  expect(name).toBe('Harbour wall')
  expect(items[0]).toMatchObject({
    ref: '86b0f7a1',
    key: 'WALL-7',
    line: 2,
    title: 'Order sheet piles',
    description: 'As drawn,\nfor the quay',
    stateRef: 'in progress',
    isDone: false,
    priority: 'Urgent',
    personRefs: ['Tom Dahl', 'Ann Lee'],
    parentRef: null,
    due: { at: Date.UTC(2026, 2, 31, 12) },
    effortMin: 90,
    labels: ['steel', 'quay', 'Works'],
    url: 'https://app.clickup.com/t/86b0f7a1',
    createdAt: Date.UTC(2026, 0, 5, 9),
    attachments: [{ name: 'offer.pdf', url: 'https://t1.p.clickup-attachments.com/offer.pdf' }],
    checklists: [
      {
        name: 'Before the delivery',
        lines: [{ text: 'Ask for a price', isDone: false }, { text: 'Close the road' }],
      },
    ],
    fields: [
      { name: 'Time spent', value: '30m' },
      { name: 'Yard', value: 'North' },
      { name: 'Inspected', value: '2026-03-02T12:00:00.000Z' },
      { name: 'Crews', value: 'Night, Day' },
    ],
  })
  expect(people.map(({ ref, email }) => [ref, email])).toEqual([
    ['Tom Dahl', null],
    ['Ann Lee', null],
    ['ann@example.org', 'ann@example.org'],
    ['hand@example.org', 'hand@example.org'],
  ])
})

test('comments have their author and time, oldest first', () => {
  expect(read(CLICKUP_TABLE).items[0]?.comments).toEqual([
    { authorRef: 'hand@example.org', at: Date.UTC(2026, 0, 6, 9), body: 'The long ones?' },
    { authorRef: 'ann@example.org', at: Date.UTC(2026, 0, 7, 10), body: 'Yes' },
  ])
})

test('subtasks lie below their task, and dates may be written out', () => {
  const { items } = read(CLICKUP_TABLE)
  expect(items[1]).toMatchObject({ parentRef: '86b0f7a1', priority: null, personRefs: [], checklists: [] })
  expect(items[2]).toMatchObject({
    starts: { day: '2026-03-02' },
    due: { day: '2026-03-31' },
    labels: ['Quay'],
  })
})

test('dates and lists that are none are told with their line, and the rest is read', () => {
  const { items, problems } = read(
    withRows(
      clickRow({
        'Task ID': 'aaaa',
        'Task Name': 'One',
        'Due Date': 'soon',
        Checklists: '{"cut":["off',
        Comments: 'Hello',
      }),
      clickRow({ 'Task ID': 'aaaa', 'Task Name': 'Two' }),
      'cccc,,Three',
      clickRow({ 'Task Name': 'Without an id', Status: 'Closed', Attachments: '[{"url":"javascript:x"}]' }),
    ),
  )
  expect(items.map(({ title }) => title)).toEqual(['One', 'Three', 'Without an id'])
  expect(items[0]).toMatchObject({ due: null, checklists: [], comments: [{ body: 'Hello' }] })
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['tracker.date_unreadable', 2],
    ['tracker.id_twice', 3],
  ])
})

test('bytes of another encoding are told', () => {
  const whole = new TextEncoder().encode(
    withRows(clickRow({ 'Task ID': 'a', 'Task Name': 'Gr\u00fcn \u20ac' })),
  )
  const broken = new Uint8Array([...whole, 0xff, 0xfe, 0x0a])
  expect(read(broken).problems.map(({ code }) => code)).toContain('tracker.encoding_broken')
})

test('what is no such table is refused', () => {
  for (const content of ['Task Name,Status\nOne,Open', 'x'])
    expect(readClickUp(new TextEncoder().encode(content), options)).toMatchObject({
      ok: false,
      refusal: { code: 'clickup.no_tasks' },
    })
  expect(readClickUp(new Uint8Array(), options)).toMatchObject({ ok: false, refusal: { code: 'csv.empty' } })
})

test('a table cut anywhere is read or refused', () => {
  const whole = new TextEncoder().encode(CLICKUP_TABLE)
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      const result = readClickUp(whole.subarray(0, length), options)
      if (result.ok) expect(result.value.items.length).toBeLessThanOrEqual(3)
    }),
    { seed: 41, numRuns: 200 },
  )
})
