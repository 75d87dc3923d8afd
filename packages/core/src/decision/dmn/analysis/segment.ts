import { ARITHMETIC } from '../../feel/values/arithmetic.ts'
import { isNumber, numberOf } from '../../feel/values/number.ts'
import { compareOrdered } from '../../feel/values/ordering.ts'
import { dateOfEpochDay, daysDuration, epochDay, NANOS_PER_SECOND } from '../../feel/values/temporal.ts'
import { parseTime } from '../../feel/values/temporal-text.ts'
import { literalOf } from '../../feel/values/text.ts'
import { type FeelValue, isKind } from '../../feel/values/value.ts'

/**
 * A stretch of values that every test of a column treats alike: one value, or all between two. `sample` is
 * one of them.
 */
export type Segment = {
  readonly sample: FeelValue
  readonly start: FeelValue
  readonly end: FeelValue
  readonly isStartIncluded: boolean
  readonly isEndIncluded: boolean
  /** Every text that no test names. */
  readonly isOther: boolean
}

function only(value: FeelValue): Segment {
  return {
    sample: value,
    start: value,
    end: value,
    isStartIncluded: true,
    isEndIncluded: true,
    isOther: false,
  }
}

/** Segments of values that have no order to speak of: each by itself, and all others. */
export function separateSegments(values: readonly FeelValue[], other: FeelValue): readonly Segment[] {
  const each = values.map(only)
  return other === null ? each : [...each, { ...only(other), isOther: true }]
}

/** Segments of values in order: below the first, the first, between it and the second, and so on. */
export function orderedSegments(values: readonly FeelValue[]): readonly Segment[] {
  const sorted = values.toSorted((a, b) => compareOrdered(a, b) ?? 0)
  return [null, ...sorted].flatMap((value, index) => {
    const next = sorted[index] ?? null
    const sample = value === null && next === null ? null : sampleBetween(value, next)
    const gap: Segment[] =
      sample === null
        ? []
        : [{ sample, start: value, end: next, isStartIncluded: false, isEndIncluded: false, isOther: false }]
    return value === null ? gap : [only(value), ...gap]
  })
}

const ONE_SECOND = daysDuration(NANOS_PER_SECOND)
const ONE_MONTH = { kind: 'years and months duration', months: 1 } as const

/** A value between two, a missing one being no bound; null when there is none. */
function sampleBetween(low: FeelValue, high: FeelValue): FeelValue {
  const near = low ?? high
  if (typeof near === 'string') return textBetween(low, high)
  if (isKind(near, 'date')) return dateBetween(low, high)
  if (isKind(near, 'time')) return timeBetween(low, high)
  if (low !== null && high !== null) return strictlyBetween(low, high)
  const step = isNumber(near)
    ? numberOf(1)
    : isKind(near, 'years and months duration')
      ? ONE_MONTH
      : ONE_SECOND
  return ARITHMETIC[low === null ? '-' : '+'](near, step) ?? null
}

function strictlyBetween(low: FeelValue, high: FeelValue): FeelValue {
  const half = ARITHMETIC['/'](ARITHMETIC['-'](high, low) ?? null, numberOf(2)) ?? null
  const middle = ARITHMETIC['+'](low, half) ?? null
  const isInside = (compareOrdered(low, middle) ?? 0) < 0 && (compareOrdered(middle, high) ?? 0) < 0
  return isInside ? middle : null
}

function textBetween(low: FeelValue, high: FeelValue): FeelValue {
  const sample = typeof low === 'string' ? `${low}\u0000` : ''
  return high === null || (typeof high === 'string' && sample < high) ? sample : null
}

function dateBetween(low: FeelValue, high: FeelValue): FeelValue {
  const from = isKind(low, 'date') ? epochDay(low) : undefined
  const to = isKind(high, 'date') ? epochDay(high) : undefined
  const day = from === undefined ? (to ?? 0) - 1 : from + 1
  return to !== undefined && day >= to ? null : dateOfEpochDay(day)
}

/** Clocks begin and end. */
function timeBetween(low: FeelValue, high: FeelValue): FeelValue {
  const [first, last] = [parseTime('00:00:00'), parseTime('23:59:59.999999999')]
  if (low === null) return (compareOrdered(first, high) ?? 0) < 0 ? first : null
  if (high === null) return (compareOrdered(low, last) ?? 0) < 0 ? last : null
  return strictlyBetween(low, high)
}

/** Segments next to each other as one test, as it would stand in a table. */
export function segmentsText(segments: readonly Segment[]): string {
  const runs: Segment[] = []
  for (const segment of segments) {
    const last = runs.at(-1)
    if (last === undefined || !touches(last, segment)) runs.push(segment)
    else runs[runs.length - 1] = { ...last, end: segment.end, isEndIncluded: segment.isEndIncluded }
  }
  return runs.map(segmentText).join(', ')
}

function touches(left: Segment, right: Segment): boolean {
  if (left.isOther || right.isOther || left.end === null || right.start === null) return false
  return left.end === right.start && (left.isEndIncluded || right.isStartIncluded)
}

function segmentText({ start, end, isStartIncluded, isEndIncluded, isOther }: Segment): string {
  if (isOther) return '…'
  if (start !== null && start === end) return literalOf(start)
  if (start === null && end === null) return '-'
  if (start === null) return `${isEndIncluded ? '<=' : '<'} ${literalOf(end)}`
  if (end === null) return `${isStartIncluded ? '>=' : '>'} ${literalOf(start)}`
  return `${isStartIncluded ? '[' : '('}${literalOf(start)}..${literalOf(end)}${isEndIncluded ? ']' : ')'}`
}
