import { expect, test } from 'vitest'
import { amountOf, readMoney } from './read-amount.ts'
import { formatSpan } from './span.ts'

test.each([
  ['1250', 125_000],
  ['1,250', 125_000],
  ['1.250,50', 125_050],
  ['1 250.5', 125_050],
  ['€ 4k', 400_000],
  ['-12', -1_200],
])('the amount %s is %i cents', (text, minor) => expect(readMoney(text, 'EUR')).toBe(minor))

test('a currency without cents has none', () => {
  expect(readMoney('1250', 'JPY')).toBe(1250)
  expect(amountOf(1250, 'JPY')).toBe('1250')
  expect(amountOf(125_050, 'EUR')).toBe('1250.5')
})

test.each([
  [20_000, '1 min'],
  [5 * 3_600_000, '5 h'],
  [12 * 86_400_000, '12 d'],
  [200 * 86_400_000, '7 mo'],
])('%i ms are written %s', (ms, words) => expect(formatSpan(ms)).toBe(words))
