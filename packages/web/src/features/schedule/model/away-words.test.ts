import { expect, test } from 'vitest'
import { awayInWords } from './away-words.ts'

test.each([
  [0.3, '1 day'],
  [5, '5 days'],
  [20, '3 weeks'],
  [274, '9 months'],
  [1100, '3 years'],
])('%d days are %s', (days, words) => expect(awayInWords(days)).toBe(words))
