import { expect, test } from 'vitest'
import { effortInWords, sumEfforts } from './effort-words.ts'

const exact = { effortMin: 480, effortLowMin: null, effortHighMin: null }
const ranged = { effortMin: null, effortLowMin: 240, effortHighMin: 720 }
const unknown = { effortMin: null, effortLowMin: null, effortHighMin: null }

test('efforts known exactly add up to one number', () => {
  expect(effortInWords(sumEfforts([exact, exact, unknown]))).toBe('16 h')
})

test('one range among them makes the sum a range', () => {
  expect(effortInWords(sumEfforts([exact, ranged]))).toBe('12–20 h')
})
