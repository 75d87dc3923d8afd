import type { PracticeView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { draftOf, inputOf, readRange, saidBy } from './practice-draft.ts'

const formwork: PracticeView = {
  ...{ id: 'p', name: 'Formwork', discipline: 'Carpentry', tools: ['Crane'], areas: ['2.2'], stages: [] },
  roles: [{ name: 'Carpenter', qualification: '' }],
  norm: { unit: 'm²', effortMin: { low: 25, likely: 60, high: 150 }, durationMin: null },
  ...{ inputs: ['a'], outputs: ['b'], after: [], formerNames: [], publishedNumber: 1, isChanged: false },
  description: { body: 'Raise.', checklist: ['Plumb', 'Tight'], attachment: null },
  ...{ changedAt: 0, changedBy: null, archivedAt: null, version: 3 },
}

test('what is opened and saved again says the same', () => {
  const { id: _id, ...said } = inputOf(formwork)
  expect(saidBy(draftOf(formwork))).toEqual(said)
})

test('nothing is sent while a name is missing or a length cannot be read', () => {
  expect(saidBy(draftOf(null))).toBeNull()
  expect(saidBy(draftOf(null, { name: 'Rebar' }))).toMatchObject({ name: 'Rebar', roles: [], norm: null })
  const unread = { ...draftOf(formwork), effort: { low: '1h', likely: 'soon', high: '3h' } }
  expect(saidBy(unread)).toBeNull()
})

test('three lengths are said together or not at all', () => {
  expect(readRange({ low: '', likely: ' ', high: '' })).toBeNull()
  expect(readRange({ low: '1h', likely: '', high: '' })).toBeUndefined()
  expect(readRange({ low: '30m', likely: '1h', high: '1d' })).toEqual({ low: 30, likely: 60, high: 480 })
})
