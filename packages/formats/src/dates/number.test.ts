import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DecimalMark,
  inferDecimalMark,
  parseMoney,
  parseNumber,
  parsePercent,
  parseTruth,
} from './index.ts'

const read = (text: string, mark?: DecimalMark) => {
  const result = parseNumber(text, mark)
  return result.ok ? result.value : result.refusal.code
}

test.each([
  ['0', 0],
  ['-5', -5],
  ['−5', -5],
  ['5-', -5],
  ['(5)', -5],
  ['+5', 5],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['.5', 0.5],
  ['0.125', 0.125],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1 234,56', 1234.56],
  ['1\u202f234\u202f567,8', 1234567.8],
  ["1'234.50", 1234.5],
  ['1.234.567', 1234567],
  ['1,234,567', 1234567],
  ['12,34,567.5', 1234567.5],
  ['-0.00', 0],
  ['1.234', 'numbers.mark_unknown'],
  ['1,234', 'numbers.mark_unknown'],
  ['12.34.56', 'numbers.unreadable'],
  ['1,2,3', 'numbers.unreadable'],
  ['1e5', 'numbers.unreadable'],
  ['', 'numbers.unreadable'],
  ['abc', 'numbers.unreadable'],
  ['--5', 'numbers.unreadable'],
])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected))

test('the mark of a column decides what the number does not', () => {
  expect(read('1.234', '.')).toBe(1.234)
  expect(read('1.234', ',')).toBe(1234)
  expect(read('1,5', '.')).toBe('numbers.unreadable')
})

test.each([
  ['a fraction decides', ['1.234', '1,5'], { kind: 'decided', mark: ',', evidence: 1 }],
  ['both marks decide', ['1,234.50'], { kind: 'decided', mark: '.', evidence: 1 }],
  ['contradictions are named by sample', ['1.5', '1,5'], { kind: 'mixed', point: [0], comma: [1] }],
  [
    'three digits are thousands until shown otherwise',
    ['1.234'],
    { kind: 'assumed', mark: ',', ambiguous: 1 },
  ],
  ['whole numbers say nothing', ['1', '20'], { kind: 'none' }],
])('%s', (_name, samples, expected) => expect(inferDecimalMark(samples)).toEqual(expected))

test('a number written in any convention is read back', () => {
  const amounts = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100)
  const conventions = fc.constantFrom(
    ['en-US', '.'] as const,
    ['de-DE', ','] as const,
    ['fr-FR', ','] as const,
    ['de-CH', '.'] as const,
    ['ru-RU', ','] as const,
    ['en-IN', '.'] as const,
  )
  fc.assert(
    fc.property(amounts, conventions, (amount, [locale, mark]) => {
      const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount)
      expect([text, read(text, mark)]).toEqual([text, amount === 0 ? 0 : amount])
    }),
    { seed: 31, numRuns: 1000 },
  )
})

test.each([
  ['45 %', 45],
  ['45%', 45],
  ['12,5 %', 12.5],
  ['100', 100],
])('%s is a share', (text, expected) => expect(parsePercent(text)).toEqual({ ok: true, value: expected }))

test.each([
  ['1.234,56 €', 123456, 'EUR'],
  ['€ 1.234,56', 123456, 'EUR'],
  ['$1,234.56', 123456, 'USD'],
  ['-$5.00', -500, 'USD'],
  ['USD 12', 1200, 'USD'],
  ['12.50 usd', 1250, 'USD'],
  ["CHF 1'200.00", 120000, 'CHF'],
  ['¥ 1200', 1200, 'JPY'],
  ['1 500,00 ₽', 150000, 'RUB'],
  ['1 500 руб.', 150000, 'RUB'],
  ['R$ 10,00', 1000, 'BRL'],
  ['100 zł', 10000, 'PLN'],
  ['(1,200.00) EUR', -120000, 'EUR'],
  ['0.1 KWD', 100, 'KWD'],
  ['1.005 €', 'numbers.mark_unknown', undefined],
  ['0.005 €', 1, 'EUR'],
  ['12', 'money.currency_missing', undefined],
  ['12 XYZ', 'money.currency_missing', undefined],
  ['€ 12 €', 'money.unreadable', undefined],
  ['free', 'money.unreadable', undefined],
  ['99999999999999999 €', 'money.too_large', undefined],
])('%s is read as money', (text, minor, currency) => {
  const result = parseMoney(text)
  expect(result.ok ? result.value : result.refusal.code).toEqual(
    currency === undefined ? minor : { minor, currency },
  )
})

test('the expected currency settles bare amounts and shared signs', () => {
  expect(parseMoney('12,50', { currency: 'EUR' })).toEqual({
    ok: true,
    value: { minor: 1250, currency: 'EUR' },
  })
  expect(parseMoney('$5', { currency: 'CAD' })).toEqual({ ok: true, value: { minor: 500, currency: 'CAD' } })
  expect(parseMoney('$5', { currency: 'EUR' })).toEqual({ ok: true, value: { minor: 500, currency: 'USD' } })
})

test.each([
  ['Ja', true],
  ['НЕТ', false],
  ['sí', true],
  ['x', true],
  ['✓', true],
  ['0', false],
  ['maybe', undefined],
])('%s is %s', (text, expected) => expect(parseTruth(text)).toBe(expected))
