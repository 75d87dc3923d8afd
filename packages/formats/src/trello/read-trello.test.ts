import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../tracker/index.ts'
import { readTrello } from './read-trello.ts'
import { TRELLO_BOARD } from './testing/trello-board.ts'

function read(value: unknown) {
  const result = readTrello(value)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('lists become states in their order, also archived ones', () => {
  expect(read(TRELLO_BOARD).states.map(({ name }) => name)).toEqual(['To do', 'Pouring', 'Done', 'Old'])
})

test('cards stand in the order of the board, with what is on them', () => {
  const { items } = read(TRELLO_BOARD)
  expect(items.map(({ title }) => title)).toEqual([
    'Order concrete',
    'Rent a crane',
    'Pour the slab',
    'Fence',
  ])
  expect(items[1]).toMatchObject({
    key: '#2',
    description: 'From **the** yard',
    personRefs: ['m1', 'm2'],
    due: { at: Date.UTC(2026, 2, 31, 22) },
    labels: ['Urgent', 'sky dark'],
    url: 'https://trello.com/c/abc',
    isDone: false,
    attachments: [{ name: 'Offer', url: 'https://example.org/offer_%281%29.pdf' }],
    fields: [
      { name: 'Height', value: '40' },
      { name: 'Yard', value: 'North' },
    ],
    checklists: [
      {
        name: 'Before',
        lines: [
          { text: 'Ask for a price', isDone: true, personRef: 'm2' },
          { text: 'Book', isDone: false, due: { at: Date.UTC(2026, 2, 1, 12) } },
        ],
      },
    ],
  })
})

test('comments have their author and time, oldest first, also of people who left', () => {
  const board = read(TRELLO_BOARD)
  expect(board.items[1]?.comments).toEqual([
    { authorRef: 'm1', at: Date.UTC(2026, 0, 5, 8), body: 'Which one?' },
    { authorRef: 'gone', at: Date.UTC(2026, 0, 6, 9), body: 'The *big* one' },
  ])
  expect(board.people.find(({ ref }) => ref === 'gone')).toEqual({
    ref: 'gone',
    name: 'Old Hand',
    email: null,
  })
})

test('moves between lists are kept with their time, and a card knows when it was made', () => {
  const [, crane, slab] = read(TRELLO_BOARD).items
  expect(slab?.history).toEqual([
    { at: Date.UTC(2026, 1, 1), stateRef: 'l2' },
    { at: Date.UTC(2026, 1, 3), stateRef: 'l3' },
  ])
  // The first eight digits of the id are seconds.
  expect(crane?.createdAt).toBe(0x65000000 * 1000)
})

test('archived cards and cards of archived lists come archived', () => {
  const { items } = read(TRELLO_BOARD)
  expect(items.filter(({ isArchived }) => isArchived).map(({ title }) => title)).toEqual([
    'Pour the slab',
    'Fence',
  ])
})

test('what is no board is refused', () => {
  for (const value of [null, [], 4, 'text', {}, { lists: [] }, { lists: {}, cards: [] }])
    expect(readTrello(value)).toMatchObject({ ok: false, refusal: { code: 'trello.not_a_board' } })
})

test('what is wrong is told and leaves the rest as it is', () => {
  const board = read({
    lists: [{ id: 'a', name: 'A' }, null],
    cards: [
      { id: 'c', name: 'One', idList: 'a', due: 'soon', attachments: [{ url: 'javascript:alert(1)' }] },
      { id: 'c', name: 'Two', idList: 'a' },
      'card',
    ],
    actions: [
      { type: 'commentCard', date: '2026-01-05T08:00:00.000Z', data: { text: 'x', card: { id: 'z' } } },
    ],
  })
  expect(board.items).toMatchObject([{ title: 'One', due: null, attachments: [] }])
  expect(board.problems.map(({ code }) => code).toSorted()).toEqual([
    'tracker.address_wrong',
    'tracker.date_unreadable',
    'tracker.entry_unreadable',
    'tracker.entry_unreadable',
    'tracker.id_twice',
    'tracker.item_unknown',
  ])
})

test('whatever the file holds, it is read or refused', () => {
  fc.assert(
    fc.property(fc.array(mutation, { maxLength: 8 }), (mutations) => {
      const board = structuredClone(TRELLO_BOARD) as unknown
      for (const { path, value } of mutations) mutate(board, path, value)
      const result = readTrello(board)
      if (result.ok)
        expect(new Set(result.value.items.map(({ ref }) => ref)).size).toBe(result.value.items.length)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('a file cut anywhere is refused', () => {
  const whole = new TextEncoder().encode(JSON.stringify(TRELLO_BOARD))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
      expect(readJson(whole.subarray(0, length))).toMatchObject({ ok: false })
    }),
    { seed: 12, numRuns: 200 },
  )
})

const mutation = fc.record({ path: fc.array(fc.nat(40), { maxLength: 6 }), value: fc.jsonValue() })

/** Puts a value somewhere into a tree: each step of the path chooses among what is there. */
function mutate(tree: unknown, path: readonly number[], value: unknown): void {
  let at = tree
  for (const [index, step] of path.entries()) {
    if (typeof at !== 'object' || at === null) return
    const keys = Object.keys(at)
    const key = keys[step % Math.max(1, keys.length)]
    if (key === undefined) return
    const holder = at as Record<string, unknown> // An object or a list, by its keys.
    if (index === path.length - 1) holder[key] = value
    else at = holder[key]
  }
}
