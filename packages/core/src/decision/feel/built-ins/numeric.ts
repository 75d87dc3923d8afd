import { negate } from '../values/arithmetic.ts'
import {
  divide,
  type FeelNumber,
  finite,
  isNumber,
  numberOf,
  parseNumber,
  type Rounding,
  roundTo,
} from '../values/number.ts'
import type { FeelValue } from '../values/value.ts'
import { amount, number, optional, type Signature, signature, text } from './signature.ts'

/** Numeric functions. @see DMN 1.5 §10.3.4.5 */
export const NUMERIC: Readonly<Record<string, readonly Signature[]>> = {
  decimal: [signature([number('n'), number('scale')], ([n, scale]) => roundTo(n, scale, 'half-even'))],
  floor: roundings('floor'),
  ceiling: roundings('ceiling'),
  'round up': explicitRoundings('up'),
  'round down': explicitRoundings('down'),
  'round half up': explicitRoundings('half-up'),
  'round half down': explicitRoundings('half-down'),
  abs: [signature([amount('n')], ([n]) => absolute(n))],
  modulo: [
    signature([number('dividend'), number('divisor')], ([dividend, divisor]) => modulo(dividend, divisor)),
  ],
  sqrt: [signature([number('number')], ([n]) => (n.isNegative() ? null : finite(n.sqrt())))],
  log: [signature([number('number')], ([n]) => (n.gt(0) ? finite(n.ln()) : null))],
  exp: [signature([number('number')], ([n]) => exponential(n))],
  odd: [signature([number('number')], ([n]) => n.isInteger() && !n.mod(2).isZero())],
  even: [signature([number('number')], ([n]) => n.isInteger() && n.mod(2).isZero())],
  number: [
    signature([text('from')], ([from]) => parseNumber(from)),
    signature(
      [text('from'), nullableText('grouping separator'), nullableText('decimal separator')],
      ([from, grouping, point]) => parseGrouped(from, grouping, point),
    ),
  ],
}

function nullableText(name: string) {
  const plain = text(name)
  return {
    ...plain,
    accepts: (value: FeelValue): value is string | null => value === null || plain.accepts(value),
  }
}

function roundings(rounding: Rounding): readonly Signature[] {
  return [
    signature([number('n'), optional(number('scale'))], ([n, scale]) =>
      roundTo(n, scale ?? numberOf(0), rounding),
    ),
  ]
}

function explicitRoundings(rounding: Rounding): readonly Signature[] {
  return [signature([number('n'), number('scale')], ([n, scale]) => roundTo(n, scale, rounding))]
}

function absolute(value: FeelValue): FeelValue {
  const isNegative = isNumber(value)
    ? value.isNegative()
    : value !== null &&
      typeof value === 'object' &&
      (('nanos' in value && value.nanos < 0n) || ('months' in value && value.months < 0))
  return isNegative ? (negate(value) ?? null) : value
}

/** The remainder with the sign of the divisor: `dividend - divisor * floor(dividend / divisor)`. */
function modulo(dividend: FeelNumber, divisor: FeelNumber): FeelNumber | null {
  if (divisor.isZero()) return null
  const remainder = dividend.mod(divisor)
  return finite(remainder)
}

/** Beyond these the result is no number, or zero. */
const MAX_EXPONENT = 14_200

function exponential(n: FeelNumber): FeelNumber | null {
  if (n.gt(MAX_EXPONENT)) return null
  return n.lt(-MAX_EXPONENT) ? numberOf(0) : finite(n.exp())
}

const SEPARATORS: ReadonlySet<string | null> = new Set([' ', ',', '.', null])

function parseGrouped(from: string, grouping: string | null, point: string | null): FeelNumber | null {
  if (!SEPARATORS.has(grouping) || !(point === null || point === '.' || point === ',')) return null
  if (grouping !== null && grouping === point) return null
  const plain = grouping === null ? from : from.replaceAll(grouping, '')
  const isPlain = point === null || point === '.' || !plain.includes('.')
  return isPlain ? parseNumber(point === null ? plain : plain.replace(point, '.')) : null
}

/** The mean of numbers; null of none. */
export function mean(numbers: readonly FeelNumber[]): FeelNumber | null {
  if (numbers.length === 0) return null
  const sum = numbers.reduce((total, n) => total.plus(n), numberOf(0))
  return divide(sum, numberOf(numbers.length))
}
