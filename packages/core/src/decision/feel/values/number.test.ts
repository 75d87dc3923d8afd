import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal } from './equality.ts'
import {
  compareNumbers,
  DIGITS,
  divide,
  type FeelNumber,
  numberText,
  parseNumber,
  roundTo,
} from './number.ts'
import { compareOrdered } from './ordering.ts'

/** A decimal number as a whole number times a power of ten, in any length. */
type Exact = { readonly whole: bigint; readonly exponent: number }

const exact = fc.record({
  whole: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  exponent: fc.integer({ min: -30, max: 30 }),
})

function textOf({ whole, exponent }: Exact): string {
  return `${whole}e${exponent}`
}

function numberFrom(value: Exact): FeelNumber {
  const number = parseNumber(textOf(value))
  if (number === null) throw new Error('no number')
  return number
}

/** Rounds to 34 digits, half to even, with whole numbers alone. */
function rounded({ whole, exponent }: Exact): Exact {
  const size = whole < 0n ? -whole : whole
  const surplus = size.toString().length - DIGITS
  if (surplus <= 0) return { whole, exponent }
  const unit = 10n ** BigInt(surplus)
  const [quotient, rest] = [size / unit, size % unit]
  const isUp = rest * 2n > unit || (rest * 2n === unit && quotient % 2n === 1n)
  const kept = quotient + (isUp ? 1n : 0n)
  return { whole: whole < 0n ? -kept : kept, exponent: exponent + surplus }
}

function isSame(number: FeelNumber | null, value: Exact): boolean {
  return number !== null && number.eq(numberFrom(value))
}

function sum(left: Exact, right: Exact): Exact {
  const exponent = Math.min(left.exponent, right.exponent)
  const at = (value: Exact) => value.whole * 10n ** BigInt(value.exponent - exponent)
  return { whole: at(left) + at(right), exponent }
}

test('sums, differences and products are exact and then rounded half to even at 34 digits', () => {
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      const [left, right] = [rounded(a), rounded(b)]
      const [x, y] = [numberFrom(left), numberFrom(right)]
      expect(isSame(x.plus(y), rounded(sum(left, right)))).toBe(true)
      expect(isSame(x.minus(y), rounded(sum(left, { ...right, whole: -right.whole })))).toBe(true)
      const product = { whole: left.whole * right.whole, exponent: left.exponent + right.exponent }
      expect(isSame(x.times(y), rounded(product))).toBe(true)
    }),
  )
})

test('a quotient times the divisor is the dividend but for the last digit', () => {
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      fc.pre(b.whole !== 0n)
      const [x, y] = [numberFrom(a), numberFrom(b)]
      const back = divide(x, y)?.times(y).minus(x).abs()
      expect(back?.lte(x.abs().times(`1e${2 - DIGITS}`))).toBe(true)
    }),
  )
})

test('numbers are in one order, and the same when neither comes first', () => {
  fc.assert(
    fc.property(exact, exact, exact, (a, b, c) => {
      const [x, y, z] = [numberFrom(a), numberFrom(b), numberFrom(c)]
      const [xy, yx, yz, xz] = [
        compareOrdered(x, y),
        compareOrdered(y, x),
        compareOrdered(y, z),
        compareOrdered(x, z),
      ]
      expect(Math.sign(xy ?? 0)).toBe(0 - Math.sign(yx ?? 0))
      expect(Math.sign(compareNumbers(x, y))).toBe(x.cmp(y))
      expect(equal(x, y)).toBe(xy === 0)
      if ((xy ?? 0) <= 0 && (yz ?? 0) <= 0) expect(xz).toBeLessThanOrEqual(0)
    }),
  )
})

test('what is written is read as the same number', () => {
  fc.assert(
    fc.property(exact, (value) => {
      const number = numberFrom(value)
      expect(parseNumber(numberText(number))?.eq(number)).toBe(true)
    }),
  )
})

test.each([
  ['1e6144', '1E+6144'],
  ['1e6145', null],
  ['9e-6177', '0'],
  ['-0', '0'],
  ['12345678901234567890123456789012345', '1.234567890123456789012345678901234E+34'],
  ['1'.repeat(8_000), null],
])('%s is read as %s', (text, expected) => {
  const number = parseNumber(text)
  expect(number === null ? null : numberText(number)).toBe(expected)
})

test.each([
  ['2.5', '0', 'half-even', '2'],
  ['3.5', '0', 'half-even', '4'],
  ['-2.5', '0', 'half-up', '-3'],
  ['-2.5', '0', 'half-down', '-2'],
  ['1250', '-2', 'half-even', '1200'],
  ['-1.5', '0', 'floor', '-2'],
  ['1.21', '1', 'up', '1.3'],
] as const)('%s at scale %s rounded %s is %s', (number, scale, rounding, expected) => {
  const [n, s] = [parseNumber(number), parseNumber(scale)]
  expect(n && s && roundTo(n, s, rounding)?.toString()).toBe(expected)
})
