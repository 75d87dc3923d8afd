import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFocalboardArchive, isFocalboardLines, readFocalboard } from './read-focalboard.ts'
import {
  blockLine,
  FOCALBOARD_FOLDER,
  FOCALBOARD_LINES,
  FOCALBOARD_OLD,
  FOCALBOARD_PICTURE,
} from './testing/focalboard-archive.ts'

const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))

function read(lines: readonly string[], folder = FOCALBOARD_FOLDER) {
  const result = readFocalboard({
    boards: [{ folder, bytes: bytesOf(lines) }],
    has: (path) => path === FOCALBOARD_PICTURE,
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('archives and files of lines are recognised by what is in them', () => {
  expect(isFocalboardArchive(['version.json', 'b1/board.jsonl', 'b1/7.png'])).toBe(true)
  for (const paths of [[], ['version.json'], ['b1/board.jsonl'], ['xl/workbook.xml']])
    expect(isFocalboardArchive(paths)).toBe(false)
  expect(isFocalboardLines(bytesOf(FOCALBOARD_LINES))).toBe(true)
  expect(isFocalboardLines(bytesOf(FOCALBOARD_OLD))).toBe(true)
  for (const text of ['', '{"version":1}', '{"lists":[],"cards":[]}', '[1,2]', '{"version":1}\n{"a":1}'])
    expect(isFocalboardLines(bytesOf([text]))).toBe(false)
})

test('the property that the board is grouped by is the state, without its pictures', () => {
  const { states, name } = read(FOCALBOARD_LINES)
  expect(name).toBe('Harbour wall')
  expect(states.map((state) => state.name)).toEqual(['To Do', 'Night shift', 'Completed'])
})

test('cards come in the order of their view, without templates and deleted ones', () => {
  expect(read(FOCALBOARD_LINES).items.map(({ title }) => title)).toEqual([
    'Clear the quay',
    'Order sheet piles',
  ])
})

test('a card comes with its properties and with what lies on it', () => {
  const [quay, piles] = read(FOCALBOARD_LINES).items
  expect(quay).toMatchObject({ stateRef: 'p-status o-done', starts: null, due: { day: '2026-03-31' } })
  expect(piles).toMatchObject({
    line: 3,
    stateRef: 'p-status o-night',
    priority: 'High',
    personRefs: ['utom0000000000000000000000b'],
    reporterRef: 'uann0000000000000000000000a',
    starts: { day: '2026-03-31' },
    due: { day: '2026-04-01' },
    labels: ['Steel', 'Crane'],
    description: 'As **drawn**',
    createdAt: Date.UTC(2026, 0, 2),
    checklists: [
      {
        lines: [
          { text: 'Ask for a price', isDone: true },
          { text: 'Close the road', isDone: false },
        ],
      },
    ],
    attachments: [{ name: '7pile.png', path: FOCALBOARD_PICTURE }],
    fields: [
      { name: 'Tons', value: '120' },
      { name: 'Approved', value: 'true' },
    ],
  })
})

test('comments have their author and time, oldest first', () => {
  expect(read(FOCALBOARD_LINES).items[1]?.comments).toEqual([
    { authorRef: 'utom0000000000000000000000b', at: Date.UTC(2026, 0, 6, 9), body: 'The *long* ones' },
    { authorRef: 'uann0000000000000000000000a', at: Date.UTC(2026, 0, 9), body: 'Now' },
  ])
})

test('the older file without an archive says the same', () => {
  const [now, then] = [read(FOCALBOARD_LINES), read(FOCALBOARD_OLD)]
  expect(then.states).toEqual(now.states)
  expect(then.items.map(({ line: _line, ...item }) => item)).toEqual(
    now.items.map(({ line: _line, ...item }) => item),
  )
})

test('several boards come together, each card with the name of its board', () => {
  const other = JSON.stringify({ type: 'board', data: { id: 'b2', title: 'Crane yard', cardProperties: [] } })
  const result = readFocalboard({
    boards: [
      { folder: 'b1', bytes: bytesOf(FOCALBOARD_LINES) },
      { folder: 'b2', bytes: bytesOf([other, blockLine('z', 'card', { title: 'Grease', boardId: 'b2' })]) },
    ],
    has: () => false,
  })
  expect(result).toMatchObject({ ok: true, value: { name: 'Harbour wall, Crane yard' } })
  expect(result.ok && result.value.items.map(({ labels }) => labels.at(-1))).toEqual([
    'Harbour wall',
    'Harbour wall',
    'Crane yard',
  ])
})

test('a line that is none is told with its number, and the rest is read', () => {
  const cut = [...FOCALBOARD_LINES.slice(0, -1), (FOCALBOARD_LINES.at(-1) ?? '').slice(0, 40)]
  const board = read([
    ...cut,
    '{"type":"block","data":{"id":7}}',
    'null',
    '{"type":"user","data":{"id":"u"}}',
  ])
  expect(board.items).toHaveLength(2)
  expect(board.problems.map(({ code, line }) => [code, line])).toEqual(
    [12, 13, 14, 15].map((line) => ['tracker.entry_unreadable', line]),
  )
})

test('a day that is none and a file that is not there are told with their card', () => {
  const { items, problems } = read([
    ...FOCALBOARD_LINES,
    blockLine('c9', 'card', { title: 'Dig', fields: { properties: { 'p-due': 'soon' } } }),
    blockLine('i9', 'image', { parentId: 'c9', fields: { fileId: '7gone.png' } }),
  ])
  expect(items.at(-1)).toMatchObject({ title: 'Dig', due: null, attachments: [] })
  expect(problems).toMatchObject([
    {
      code: 'tracker.date_unreadable',
      line: 13,
      subject: 'Dig',
      params: { field: 'Due Date', text: 'soon' },
    },
    { code: 'tracker.file_missing', line: 14, subject: 'Dig', params: { name: '7gone.png' } },
  ])
})

test('what holds no board is refused', () => {
  for (const lines of [[], ['x'], [blockLine('c1', 'card')], ['{"type":"board","data":{"title":"no id"}}']])
    expect(
      readFocalboard({ boards: [{ folder: '', bytes: bytesOf(lines) }], has: () => false }),
    ).toMatchObject({ ok: false, refusal: { code: 'focalboard.no_board' } })
})

test('whatever a card holds, it is read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (properties, contentOrder, value) => {
      const lines = [
        ...FOCALBOARD_LINES,
        blockLine('odd', 'card', { title: value, fields: { properties, contentOrder } }),
        blockLine('odder', 'card', {
          fields: { properties: { 'p-due': value, 'p-trade': value, 'p-person': value, 'p-tons': value } },
        }),
        blockLine('oddest', 'comment', { parentId: 'odd', title: value, createAt: value }),
      ]
      expect(read(lines).items.length).toBeGreaterThanOrEqual(2)
    }),
    { seed: 21, numRuns: 300 },
  )
})
