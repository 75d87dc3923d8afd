import { expect, test } from 'vitest'
import { effortInWords, effortRangeInWords, readEffort } from './effort.ts'
import { spanInWords } from './moment.ts'
import { moneyInWords, readMoney } from './money.ts'

test.each([
  ['90', 5400],
  ['1.5h', 90],
  ['1h 30m', 90],
  ['45 min', 45],
  ['2d', 960],
  ['1w', 2400],
  ['1,5 d', 720],
])('the effort %s is %i minutes', (text, minutes) => expect(readEffort(text)).toBe(minutes))

test.each(['', 'h', 'two', '3x', '-1h'])('%j is no effort', (text) =>
  expect(readEffort(text)).toBeUndefined(),
)

test.each([
  [45, '45 min'],
  [90, '1.5 h'],
  [480, '8 h'],
  [1440, '3 d'],
])('%i minutes are written %s', (minutes, words) => expect(effortInWords(minutes)).toBe(words))

test('an estimate is written as a range', () => {
  expect(effortRangeInWords(120, null, 240)).toBe('2–4 h')
  expect(effortRangeInWords(240, 480, 1440)).toBe('4 h – 3 d')
  expect(effortRangeInWords(null, 60, null)).toBe('1 h')
  expect(effortRangeInWords(null, null, null)).toBe('')
})

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
  expect(moneyInWords(1250, 'JPY')).toBe('¥1,250')
  expect(moneyInWords(125_050, 'EUR')).toBe('€1,250.50')
})

test.each([
  [20_000, '1 min'],
  [5 * 3_600_000, '5 h'],
  [12 * 86_400_000, '12 d'],
  [200 * 86_400_000, '7 mo'],
])('%i ms are written %s', (ms, words) => expect(spanInWords(ms)).toBe(words))
