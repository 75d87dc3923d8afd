import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'

const row = (values: Partial<Parameters<typeof partsOf>[0]>) => ({
  ...{ startAt: 0, finishAt: 100, gaps: [], percentComplete: 0 },
  ...values,
})

test('a row in one piece is one part', () => {
  expect(partsOf(row({ percentComplete: 40 }))).toEqual([{ startAt: 0, finishAt: 100, doneShare: 0.4 }])
})

test('between gaps lie parts, and what is done fills them from the first one on', () => {
  const gaps = [
    { startAt: 20, finishAt: 40 },
    { startAt: 60, finishAt: 80 },
  ]
  expect(partsOf(row({ gaps, percentComplete: 50 }))).toEqual([
    { startAt: 0, finishAt: 20, doneShare: 1 },
    { startAt: 40, finishAt: 60, doneShare: 0.5 },
    { startAt: 80, finishAt: 100, doneShare: 0 },
  ])
})

test('what has no dates has no parts', () => {
  expect(partsOf(row({ startAt: null }))).toEqual([])
})
