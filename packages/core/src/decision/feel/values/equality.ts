import { compareNumbers, isNumber } from './number.ts'
import { compareOrdered } from './ordering.ts'
import {
  type FeelContext,
  type FeelList,
  type FeelRange,
  type FeelValue,
  isContext,
  isKind,
  isList,
  kindOf,
} from './value.ts'

/**
 * Whether two values are the same; null when they cannot be compared.
 *
 * @see DMN 1.5 §10.3.2.13, tables 51 and 52
 */
export function equal(left: FeelValue, right: FeelValue): boolean | null {
  if (left === null || right === null) return left === right
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0
  if (kindOf(left) !== kindOf(right)) return null
  if (typeof left === 'string' || typeof left === 'boolean') return left === right
  return equalParts(left, right)
}

/** Of two values of one kind. */
function equalParts(left: FeelValue, right: FeelValue): boolean | null {
  if (isList(left) && isList(right)) return equalLists(left, right)
  if (isContext(left) && isContext(right)) return equalContexts(left, right)
  if (isKind(left, 'range') && isKind(right, 'range')) return equalRanges(left, right)
  if (isKind(left, 'function')) return left === right ? true : null
  // Of one kind and yet without order: one of two times has a zone. They are not the same.
  return compareOrdered(left, right) === 0
}

/** Whether two values are surely the same. */
export function same(left: FeelValue, right: FeelValue): boolean {
  return equal(left, right) === true
}

function equalLists(left: FeelList, right: FeelList): boolean | null {
  if (left.length !== right.length) return false
  return allEqual(left.map((value, index) => equal(value, right[index] ?? null)))
}

function equalContexts(left: FeelContext, right: FeelContext): boolean | null {
  if (left.size !== right.size) return false
  return allEqual(
    [...left].map(([key, value]) => (right.has(key) ? equal(value, right.get(key) ?? null) : false)),
  )
}

function equalRanges(left: FeelRange, right: FeelRange): boolean | null {
  if (left.isStartIncluded !== right.isStartIncluded || left.isEndIncluded !== right.isEndIncluded)
    return false
  return allEqual([equal(left.start, right.start), equal(left.end, right.end)])
}

function allEqual(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}
