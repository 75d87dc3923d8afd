import { Decimal } from 'decimal.js'

/** Digits of IEEE 754-2008 decimal128, which DMN 1.5 §10.3.2.3.1 demands. */
export const DIGITS = 34

/** The largest and smallest exponents of decimal128, its subnormal numbers included. */
const MAX_EXPONENT = 6144
const MIN_EXPONENT = -6176

/** Decimal numbers of 34 digits that round half to even. */
const Decimal128 = Decimal.clone({
  precision: DIGITS,
  rounding: Decimal.ROUND_HALF_EVEN,
  maxE: MAX_EXPONENT,
  minE: MIN_EXPONENT,
  // The sign of a remainder is that of the divisor, as FEEL's modulo has it.
  modulo: Decimal.ROUND_FLOOR,
  toExpNeg: -DIGITS,
  toExpPos: DIGITS,
})

/** A number of FEEL. */
export type FeelNumber = Decimal

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
/** More digits than any number has; so long a text is refused before it is worked on. */
const MAX_TEXT = 7_000

/** Whether a value is a number of FEEL. */
export function isNumber(value: unknown): value is FeelNumber {
  return value instanceof Decimal
}

/** Which of two numbers is smaller. The library's own comparison makes a new number each time. */
export function compareNumbers(left: FeelNumber, right: FeelNumber): number {
  if (left.isZero() || right.isZero()) return signOf(left) - signOf(right)
  if (left.s !== right.s) return left.s - right.s
  return left.s * (left.e === right.e ? compareDigits(left.d, right.d) : left.e - right.e)
}

function signOf(number: FeelNumber): number {
  return number.isZero() ? 0 : number.s
}

/** Digits of numbers with one exponent stand below each other. */
function compareDigits(left: readonly number[], right: readonly number[]): number {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** A number from a text as XML Schema writes decimals; null when it is none, or too large. */
export function parseNumber(text: string): FeelNumber | null {
  if (text.length > MAX_TEXT || !NUMBER.test(text)) return null
  // Adding nothing rounds to 34 digits.
  return finite(new Decimal128(text).plus(0))
}

/** A number from whole or fractional numbers of the program, which must be finite. */
export function numberOf(value: number | bigint): FeelNumber {
  return new Decimal128(typeof value === 'bigint' ? value.toString() : value)
}

/** Numbers without end are none in FEEL, and zero has no sign. */
export function finite(number: Decimal): FeelNumber | null {
  if (!number.isFinite()) return null
  return number.isZero() && number.isNegative() ? new Decimal128(0) : number
}

/** Division; null by zero. */
export function divide(dividend: FeelNumber, divisor: FeelNumber): FeelNumber | null {
  return divisor.isZero() ? null : finite(dividend.div(divisor))
}

/** The power; null when there is none, such as 0 to -1, or when it is too large. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber | null {
  if (base.isZero() && exponent.isNegative()) return null
  return finite(base.pow(exponent))
}

/** A number as a whole number of the program; null when it has a fraction or is beyond exact ones. */
export function wholeOf(number: FeelNumber): number | null {
  return number.isInteger() && number.abs().lte(Number.MAX_SAFE_INTEGER) ? number.toNumber() : null
}

export type Rounding = 'up' | 'down' | 'half-up' | 'half-down' | 'half-even' | 'ceiling' | 'floor'

const ROUNDINGS = {
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  'half-up': Decimal.ROUND_HALF_UP,
  'half-down': Decimal.ROUND_HALF_DOWN,
  'half-even': Decimal.ROUND_HALF_EVEN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
} as const

/** DMN 1.5 allows scales from -6111 to 6176. */
const MIN_SCALE = -6111
const MAX_SCALE = 6176

/** Rounds to so many digits behind the point, before it when negative; null for a scale that is none. */
export function roundTo(number: FeelNumber, scale: FeelNumber, rounding: Rounding): FeelNumber | null {
  const places = wholeOf(scale.trunc())
  if (places === null || places < MIN_SCALE || places > MAX_SCALE) return null
  if (places >= 0) return finite(number.toDecimalPlaces(places, ROUNDINGS[rounding]))
  const unit = new Decimal128(10).pow(-places)
  // Division may round in the 34th digit; a number has no more of them before the point than after.
  return finite(number.div(unit).toDecimalPlaces(0, ROUNDINGS[rounding]).times(unit))
}

/** As people write it: no exponent while the number is within its digits. */
export function numberText(number: FeelNumber): string {
  return number.toString().replace('e+', 'E+').replace('e-', 'E-')
}
