import { compareNumbers, isNumber } from './number.ts'
import {
  atMidnightUtc,
  type CalendarDate,
  type DateAndTime,
  epochDay,
  NANOS_PER_SECOND,
  nanoOfDay,
  type TimeOfDay,
} from './temporal.ts'
import { type FeelValue, isKind } from './value.ts'
import { epochNanos, offsetOfTime } from './zone.ts'

/**
 * Which of two values of one kind comes first: below zero, zero or above; null when they have no order.
 *
 * @see DMN 1.5 §10.3.2.13, table 53
 */
export function compareOrdered(left: FeelValue, right: FeelValue): number | null {
  if (isNumber(left)) return isNumber(right) ? compareNumbers(left, right) : null
  if (typeof left === 'string') return typeof right === 'string' ? compareTexts(left, right) : null
  if (left === null || typeof left === 'boolean') return null
  if (isKind(left, 'date')) return compareWithDate(left, right)
  if (isKind(left, 'date and time')) return compareMoment(left, right)
  return compareSameKind(left, right)
}

function compareSameKind(left: FeelValue, right: FeelValue): number | null {
  if (isKind(left, 'time') && isKind(right, 'time')) return compareTimes(left, right)
  if (isKind(left, 'days and time duration') && isKind(right, 'days and time duration')) {
    return sign(left.nanos, right.nanos)
  }
  if (isKind(left, 'years and months duration') && isKind(right, 'years and months duration')) {
    return left.months - right.months
  }
  return null
}

/** By code points: a pair of halves comes behind what is written with one. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  let at = 0
  while (at < length && left[at] === right[at]) at += 1
  if (at === length) return left.length - right.length
  const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)]
  return weight(a) - weight(b)
}

/** Halves of pairs stand for points above all others. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

function compareWithDate(left: CalendarDate, right: FeelValue): number | null {
  if (isKind(right, 'date')) return epochDay(left) - epochDay(right)
  return isKind(right, 'date and time') ? compareMoments(atMidnightUtc(left), right) : null
}

function compareMoment(left: DateAndTime, right: FeelValue): number | null {
  if (isKind(right, 'date')) return compareMoments(left, atMidnightUtc(right))
  return isKind(right, 'date and time') ? compareMoments(left, right) : null
}

/** What stands on nobody's clock has no order among moments. */
function compareMoments(left: DateAndTime, right: DateAndTime): number | null {
  if ((left.time.zone === null) !== (right.time.zone === null)) return null
  return sign(epochNanos(left), epochNanos(right))
}

function compareTimes(left: TimeOfDay, right: TimeOfDay): number | null {
  const [leftOffset, rightOffset] = [offsetOfTime(left), offsetOfTime(right)]
  if (leftOffset === null || rightOffset === null) {
    return leftOffset === rightOffset ? sign(nanoOfDay(left), nanoOfDay(right)) : null
  }
  return sign(
    nanoOfDay(left) - BigInt(leftOffset) * NANOS_PER_SECOND,
    nanoOfDay(right) - BigInt(rightOffset) * NANOS_PER_SECOND,
  )
}

function sign(left: bigint, right: bigint): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
