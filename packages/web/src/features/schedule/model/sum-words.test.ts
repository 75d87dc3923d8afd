import { expect, test } from 'vitest'
import { sumWords } from './sum-words.ts'

const NOTHING = { itemCount: 1, effortMin: null, durationMin: null, people: null, costMinor: null }

test('a sum says points as points, ranges as ranges, and what is open as the least', () => {
  const sum = {
    ...NOTHING,
    effortMin: { low: 4800, high: 9700, isOpen: false },
    durationMin: { low: 2400, high: 2400, isOpen: true },
    people: { low: 1, high: 1, isOpen: false },
    costMinor: { low: 100_000, high: 100_000, isOpen: false },
  }
  expect(sumWords(sum, 'EUR')).toEqual(['10 d – 20 d of work', 'lasts at least 5 d', '1 person', '1,000 EUR'])
  expect(sumWords(NOTHING, 'EUR')).toEqual([])
})
