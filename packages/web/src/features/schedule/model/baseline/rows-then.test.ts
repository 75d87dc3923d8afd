import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { rowsThen } from './rows-then.ts'

const row = (itemId: string) => ({ itemId, title: itemId, startAt: 1, finishAt: 2, durationMin: 480 })

test('rows lie where the baseline remembers them, and what it does not know is left out', () => {
  const remembered = [
    { itemId: 'b', startAt: 10, finishAt: 20, durationMin: 960, effortMin: 60, costMinor: null, splits: [] },
  ]
  // What a row is known by.
  expect(rowsThen([row('a'), row('b')] as PlanRowView[], remembered)).toEqual([
    {
      title: 'b',
      itemId: 'b',
      startAt: 10,
      finishAt: 20,
      durationMin: 960,
      effortMin: 60,
      costMinor: null,
      splits: [],
    },
  ])
})
