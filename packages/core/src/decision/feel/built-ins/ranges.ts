import { compareOrdered } from '../values/ordering.ts'
import { includes } from '../values/range.ts'
import type { FeelRange, FeelValue } from '../values/value.ts'
import { parseRange } from './parse-range.ts'
import { point, range, type Signature, signature, text } from './signature.ts'

type Relation = (left: FeelRange, right: FeelRange) => boolean | null

/** Relations between points and ranges, after Allen and HL7 CQL. @see DMN 1.5 §10.3.4.9, table 78 */
export const RANGES: Readonly<Record<string, readonly Signature[]>> = {
  before: everyForm((a, b) => isBefore(a, b)),
  after: everyForm((a, b) => isBefore(b, a)),
  meets: rangesOnly((a, b) => meets(a, b)),
  'met by': rangesOnly((a, b) => meets(b, a)),
  overlaps: rangesOnly((a, b) => overlaps(a, b)),
  'overlaps before': rangesOnly((a, b) => overlapsBefore(a, b)),
  'overlaps after': rangesOnly((a, b) => overlapsBefore(b, a)),
  finishes: [
    signature([point('point'), range('range')], ([p, r]) => includedEnd(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => finishes(a, b)),
  ],
  'finished by': [
    signature([range('range'), point('point')], ([r, p]) => includedEnd(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => finishes(b, a)),
  ],
  includes: [
    signature([range('range'), point('point')], ([r, p]) => includes(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => holds(a, b)),
  ],
  during: [
    signature([point('point'), range('range')], ([p, r]) => includes(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => holds(b, a)),
  ],
  starts: [
    signature([point('point'), range('range')], ([p, r]) => includedStart(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => starts(a, b)),
  ],
  'started by': [
    signature([range('range'), point('point')], ([r, p]) => includedStart(r, p)),
    signature([range('range1'), range('range2')], ([a, b]) => starts(b, a)),
  ],
  coincides: [
    signature([point('point1'), point('point2')], ([a, b]) =>
      orNull(compareOrdered(a, b), (order) => order === 0),
    ),
    signature([range('range1'), range('range2')], ([a, b]) => coincide(a, b)),
  ],
  range: [signature([text('from')], ([from]) => parseRange(from))],
}

function everyForm(relation: Relation): readonly Signature[] {
  return [
    signature([point('point1'), point('point2')], ([a, b]) => relation(only(a), only(b))),
    signature([point('point'), range('range')], ([p, r]) => relation(only(p), r)),
    signature([range('range'), point('point')], ([r, p]) => relation(r, only(p))),
    ...rangesOnly(relation),
  ]
}

function rangesOnly(relation: Relation): readonly Signature[] {
  return [signature([range('range1'), range('range2')], ([a, b]) => relation(a, b))]
}

/** The range that holds one value. */
function only(value: FeelValue): FeelRange {
  return { kind: 'range', start: value, end: value, isStartIncluded: true, isEndIncluded: true }
}

function orNull(order: number | null, holds: (order: number) => boolean): boolean | null {
  return order === null ? null : holds(order)
}

/** Order of an end and a start; without a bound on that side there is none. */
function order(left: FeelValue, right: FeelValue): number | null {
  return left === null || right === null ? null : compareOrdered(left, right)
}

function isBefore(a: FeelRange, b: FeelRange): boolean | null {
  if (a.end === null || b.start === null) return false
  const found = order(a.end, b.start)
  return orNull(found, (by) => by < 0 || (by === 0 && !(a.isEndIncluded && b.isStartIncluded)))
}

function meets(a: FeelRange, b: FeelRange): boolean | null {
  return orNull(order(a.end, b.start), (by) => by === 0 && a.isEndIncluded && b.isStartIncluded)
}

/** Where one begins against the other: below zero when earlier; no bound is earlier than any. */
function startOrder(a: FeelRange, b: FeelRange): number | null {
  if (a.start === null || b.start === null) return Number(a.start !== null) - Number(b.start !== null)
  const found = compareOrdered(a.start, b.start)
  return found === 0 ? Number(b.isStartIncluded) - Number(a.isStartIncluded) : found
}

/** Where one ends against the other: above zero when later. */
function endOrder(a: FeelRange, b: FeelRange): number | null {
  if (a.end === null || b.end === null) return Number(a.end === null) - Number(b.end === null)
  const found = compareOrdered(a.end, b.end)
  return found === 0 ? Number(a.isEndIncluded) - Number(b.isEndIncluded) : found
}

function overlaps(a: FeelRange, b: FeelRange): boolean | null {
  const [first, second] = [isBefore(a, b), isBefore(b, a)]
  return first === null || second === null ? null : !first && !second
}

/** Begins earlier, and ends within the other. */
function overlapsBefore(a: FeelRange, b: FeelRange): boolean | null {
  const [begin, finish, shared] = [startOrder(a, b), endOrder(a, b), overlaps(a, b)]
  if (begin === null || finish === null || shared === null) return null
  return shared && begin < 0 && finish <= 0
}

function finishes(a: FeelRange, b: FeelRange): boolean | null {
  const [begin, finish] = [startOrder(a, b), endOrder(a, b)]
  return begin === null || finish === null ? null : finish === 0 && begin >= 0
}

function starts(a: FeelRange, b: FeelRange): boolean | null {
  const [begin, finish] = [startOrder(a, b), endOrder(a, b)]
  return begin === null || finish === null ? null : begin === 0 && finish <= 0
}

function holds(a: FeelRange, b: FeelRange): boolean | null {
  const [begin, finish] = [startOrder(a, b), endOrder(a, b)]
  return begin === null || finish === null ? null : begin <= 0 && finish >= 0
}

function coincide(a: FeelRange, b: FeelRange): boolean | null {
  const [begin, finish] = [startOrder(a, b), endOrder(a, b)]
  return begin === null || finish === null ? null : begin === 0 && finish === 0
}

function includedStart({ start, isStartIncluded }: FeelRange, value: FeelValue): boolean | null {
  return orNull(order(value, start), (by) => by === 0 && isStartIncluded)
}

function includedEnd({ end, isEndIncluded }: FeelRange, value: FeelValue): boolean | null {
  return orNull(order(value, end), (by) => by === 0 && isEndIncluded)
}
