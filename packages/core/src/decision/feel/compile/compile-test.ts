import type { FeelExpression } from '../syntax/expression.ts'
import { usesName } from '../syntax/expression-parts.ts'
import { equal } from '../values/equality.ts'
import { includes } from '../values/range.ts'
import { type FeelList, type FeelValue, isKind, isList } from '../values/value.ts'
import type { Compiler } from './compiler.ts'
import { evaluateConstant } from './constant.ts'
import type { Tester } from './frame.ts'

/** The name of the value that an input entry tests. */
export const TESTED = '?'

/**
 * A positive unary test: whether a value is, or lies within, or is among what an expression gives; one
 * that speaks of `?` must be true.
 *
 * @see DMN 1.5 §7.3.6 and table 55
 */
export function compileTest(expression: FeelExpression, compiler: Compiler): Tester {
  if (expression.kind === 'other-than') return compileOtherThan(expression, compiler)
  const evaluate = compiler.compile(expression, compiler.scope)
  if (usesName(expression, TESTED)) return (frame) => evaluate(frame) === true
  const constant = evaluateConstant(expression, evaluate)
  if (constant === undefined) return (frame, value) => matches(value, evaluate(frame))
  if (isKind(constant, 'range')) return (_frame, value) => includes(constant, value)
  return (_frame, value) => matches(value, constant)
}

function compileOtherThan(
  { value }: Extract<FeelExpression, { readonly kind: 'other-than' }>,
  compiler: Compiler,
): Tester {
  const evaluate = compiler.compile(value, compiler.scope)
  return (frame, tested) => {
    const isEqual = equal(tested, evaluate(frame))
    return isEqual === null ? null : !isEqual
  }
}

/** Whether a value fits what a test gave. */
export function matches(value: FeelValue, test: FeelValue): boolean | null {
  if (test === null) return value === null ? true : null
  if (isList(test)) return matchesList(value, test)
  if (isKind(test, 'range') && !isKind(value, 'range')) return includes(test, value)
  // A condition about other things decides by itself.
  if (typeof test === 'boolean' && typeof value !== 'boolean' && value !== null) return test
  return equal(value, test)
}

function matchesList(value: FeelValue, list: FeelList): boolean {
  if (isList(value) && equal(value, list) === true) return true
  return list.some((item) => {
    if (isKind(item, 'range') && !isKind(value, 'range')) return includes(item, value) === true
    return equal(value, item) === true
  })
}
