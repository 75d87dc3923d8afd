import type { ArithmeticOperator } from '../syntax/expression.ts'
import { divide, type FeelNumber, finite, isNumber, numberOf, power } from './number.ts'
import {
  atMidnightUtc,
  type DateAndTime,
  type DaysDuration,
  daysDuration,
  type MonthsDuration,
  monthsDuration,
  NANOS_PER_SECOND,
  nanoOfDay,
  type TimeOfDay,
  timeOfNano,
} from './temporal.ts'
import { plusDays, plusMonths } from './temporal-arithmetic.ts'
import { type FeelValue, isKind } from './value.ts'
import { epochNanos, offsetOfTime } from './zone.ts'

type Operation = (left: FeelValue, right: FeelValue) => FeelValue | undefined

/**
 * Arithmetic over all kinds; `undefined` when the operator does not join these two, null when the
 * result is no value (too large, divided by zero).
 *
 * @see DMN 1.5 §10.3.2.13, tables 57 to 61
 */
export const ARITHMETIC: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': quotient,
  '**': (left, right) => (isNumber(left) && isNumber(right) ? power(left, right) : undefined),
}

/** The negative of a number or a duration; `undefined` of anything else. */
export function negate(value: FeelValue): FeelValue | undefined {
  if (isNumber(value)) return finite(value.neg())
  if (isKind(value, 'days and time duration')) return daysDuration(-value.nanos)
  if (isKind(value, 'years and months duration')) return monthsDuration(-value.months)
  return undefined
}

type Duration = DaysDuration | MonthsDuration

function isDuration(value: FeelValue): value is Duration {
  return isKind(value, 'days and time duration') || isKind(value, 'years and months duration')
}

function add(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isNumber(left)) return isNumber(right) ? finite(left.plus(right)) : undefined
  if (typeof left === 'string') return typeof right === 'string' ? left + right : undefined
  if (isDuration(right)) return isDuration(left) ? addDurations(left, right) : shift(left, right)
  return isDuration(left) ? shift(right, left) : undefined
}

function subtract(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isNumber(left)) return isNumber(right) ? finite(left.minus(right)) : undefined
  if (isDuration(right)) {
    const negative = negated(right)
    if (negative === null) return null
    return isDuration(left) ? addDurations(left, negative) : shift(left, negative)
  }
  return distance(left, right)
}

function negated(duration: Duration): Duration | null {
  return duration.kind === 'days and time duration'
    ? daysDuration(-duration.nanos)
    : monthsDuration(-duration.months)
}

function addDurations(left: Duration, right: Duration): FeelValue | undefined {
  if (left.kind === 'days and time duration') {
    return right.kind === left.kind ? daysDuration(left.nanos + right.nanos) : undefined
  }
  return right.kind === left.kind ? monthsDuration(left.months + right.months) : undefined
}

/** A date, a time or both, moved by a duration. */
function shift(value: FeelValue, duration: Duration): FeelValue | undefined {
  if (isKind(value, 'time')) {
    return duration.kind === 'days and time duration' ? turn(value, duration) : undefined
  }
  if (!isKind(value, 'date') && !isKind(value, 'date and time')) return undefined
  return duration.kind === 'days and time duration' ? plusDays(value, duration) : plusMonths(value, duration)
}

const DAY_NANOS = 86_400n * NANOS_PER_SECOND

/** A clock that is turned begins again at midnight. */
function turn(time: TimeOfDay, { nanos }: DaysDuration): TimeOfDay {
  const turned = (nanoOfDay(time) + nanos) % DAY_NANOS
  return timeOfNano(turned < 0n ? turned + DAY_NANOS : turned, time.zone)
}

function distance(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isKind(left, 'time')) return isKind(right, 'time') ? timeDistance(left, right) : undefined
  const [from, to] = [moment(right), moment(left)]
  if (from === null || to === null) return undefined
  if ((from.time.zone === null) !== (to.time.zone === null)) return undefined
  return daysDuration(epochNanos(to) - epochNanos(from))
}

function moment(value: FeelValue): DateAndTime | null {
  if (isKind(value, 'date and time')) return value
  return isKind(value, 'date') ? atMidnightUtc(value) : null
}

function timeDistance(left: TimeOfDay, right: TimeOfDay): FeelValue | undefined {
  const [leftOffset, rightOffset] = [offsetOfTime(left), offsetOfTime(right)]
  if ((leftOffset === null) !== (rightOffset === null)) return undefined
  const offsets = BigInt((rightOffset ?? 0) - (leftOffset ?? 0)) * NANOS_PER_SECOND
  return daysDuration(nanoOfDay(left) - nanoOfDay(right) + offsets)
}

function multiply(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isNumber(left) && isNumber(right)) return finite(left.times(right))
  if (isNumber(left) && isDuration(right)) return scale(right, left)
  return isDuration(left) && isNumber(right) ? scale(left, right) : undefined
}

function scale(duration: Duration, factor: FeelNumber): Duration | null {
  return ofSize(duration.kind, size(duration).times(factor))
}

function quotient(left: FeelValue, right: FeelValue): FeelValue | undefined {
  if (isNumber(left)) return isNumber(right) ? divide(left, right) : undefined
  if (!isDuration(left)) return undefined
  if (isNumber(right)) {
    const share = divide(size(left), right)
    return share === null ? null : ofSize(left.kind, share)
  }
  return isDuration(right) && right.kind === left.kind ? divide(size(left), size(right)) : undefined
}

function size(duration: Duration): FeelNumber {
  return duration.kind === 'days and time duration' ? numberOf(duration.nanos) : numberOf(duration.months)
}

/** Parts of a nanosecond and of a month are cut off. */
function ofSize(kind: Duration['kind'], number: FeelNumber): Duration | null {
  const whole = number.trunc()
  if (!whole.isFinite()) return null
  if (kind === 'years and months duration') return monthsDuration(whole.toNumber())
  return whole.abs().gt(1e30) ? null : daysDuration(BigInt(whole.toFixed(0)))
}
