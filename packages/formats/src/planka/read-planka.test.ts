import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlankaBoard, readPlanka } from './read-planka.ts'
import { PLANKA_BOARD, PLANKA_FIRST, PLANKA_TALK } from './testing/planka-board.ts'

function read(value: unknown) {
  const result = readPlanka(value)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('a board is recognised, also among other answers', () => {
  for (const value of [PLANKA_BOARD, PLANKA_FIRST, [...PLANKA_TALK, PLANKA_BOARD]])
    expect(isPlankaBoard(value)).toBe(true)
  for (const value of [
    null,
    [],
    {},
    { item: {}, included: { cards: [], lists: [] } },
    PLANKA_TALK,
    { lists: [], cards: [] },
  ])
    expect(isPlankaBoard(value)).toBe(false)
})

test('cards stand in the order of the board, with what is on them', () => {
  const { name, items, states, people } = read(PLANKA_BOARD)
  expect(name).toBe('Harbour wall')
  expect(states).toEqual([
    { ref: '71', name: 'To do', group: null },
    { ref: '72', name: 'Night shift', group: null },
    { ref: '73', name: 'Handed over', group: 'done' },
  ])
  expect(items.map(({ title }) => title)).toEqual([
    'Order sheet piles',
    'Drive sheet piles',
    'Clear the quay',
    'Old fence',
  ])
  expect(items[0]).toMatchObject({
    description: 'As **drawn**',
    stateRef: '72',
    personRefs: ['61'],
    reporterRef: '62',
    due: { at: Date.UTC(2026, 2, 31, 12) },
    labels: ['Steel', 'lagoon blue'],
    createdAt: Date.UTC(2026, 0, 5, 9),
    fields: [
      { name: 'Tons', value: '120' },
      { name: 'Time spent', value: '1h 30m' },
    ],
    checklists: [
      {
        name: 'Before the delivery',
        lines: [
          { text: 'Ask for a price', isDone: true, personRef: '61' },
          { text: 'Close the road', isDone: false },
        ],
      },
    ],
    attachments: [{ name: 'offer.pdf' }],
  })
  expect(items[2]).toMatchObject({ isDone: true })
  expect(items[3]).toMatchObject({ isArchived: true, stateRef: '71' })
  expect(people).toEqual([
    { ref: '61', name: 'Tom Dahl', email: 'tom@example.org' },
    { ref: '62', name: 'ann', email: null },
  ])
})

test('answers about cards bring comments and moves', () => {
  const { items, people } = read([PLANKA_BOARD, ...PLANKA_TALK])
  expect(items[0]?.comments).toEqual([
    { authorRef: '63', at: Date.UTC(2026, 0, 6, 9), body: 'The *long* ones?' },
    { authorRef: '62', at: Date.UTC(2026, 0, 7, 10), body: 'Yes' },
  ])
  expect(items[0]?.history).toEqual([{ at: Date.UTC(2026, 0, 8, 10), stateRef: '72' }])
  expect(people.at(-1)).toMatchObject({ name: 'Old Hand' })
})

test('a board of the first version says the same in its own way', () => {
  expect(read(PLANKA_FIRST).items).toMatchObject([
    {
      isDone: true,
      checklists: [{ lines: [{ text: 'Ask for a price', isDone: true }] }],
      comments: [{ authorRef: '61', body: 'The long ones' }],
      attachments: [{ name: 'offer.pdf' }],
    },
  ])
})

test('what is wrong is told and leaves the rest as it is', () => {
  const { items, problems } = read({
    item: { id: '1' },
    included: {
      lists: [],
      cards: [{ id: 'a', name: 'One', dueDate: 'soon' }, { id: 'a', name: 'Two' }, { name: 'No id' }],
      attachments: [{ cardId: 'a', url: 'javascript:alert(1)' }],
    },
  })
  expect(items).toMatchObject([{ title: 'One', due: null, attachments: [] }])
  expect(problems.map(({ code }) => code)).toEqual([
    'tracker.entry_unreadable',
    'tracker.id_twice',
    'tracker.date_unreadable',
    'tracker.address_wrong',
  ])
})

test('what is no board is refused', () => {
  for (const value of [null, [], {}, { item: { id: '1' } }, 'board'])
    expect(readPlanka(value)).toMatchObject({ ok: false, refusal: { code: 'planka.no_board' } })
})

test('whatever the answer holds, it is read', () => {
  const lists = Object.keys(PLANKA_BOARD.included)
  fc.assert(
    fc.property(fc.constantFrom(...lists), fc.jsonValue(), fc.nat(3), (name, value, at) => {
      const board = structuredClone(PLANKA_BOARD) as { included: Record<string, unknown[]> } // By the names of its lists.
      const list = board.included[name]
      if (list) list[at] = value
      expect(read(board).items.length).toBeGreaterThanOrEqual(3)
    }),
    { seed: 71, numRuns: 400 },
  )
})
