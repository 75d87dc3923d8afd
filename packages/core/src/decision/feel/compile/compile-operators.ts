import type { ComparisonOperator, FeelExpression } from '../syntax/expression.ts'
import { ARITHMETIC, negate } from '../values/arithmetic.ts'
import { equal } from '../values/equality.ts'
import { compareOrdered } from '../values/ordering.ts'
import { type FeelValue, isContext, isList, kindOf } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import type { Evaluator } from './frame.ts'

type Of<Kind extends FeelExpression['kind']> = Extract<FeelExpression, { readonly kind: Kind }>

/** Texts longer than this come of runaway concatenation. */
export const MAX_TEXT = 1_000_000

export function compileArithmetic(expression: Of<'arithmetic'>, compiler: Compiler): Evaluator {
  const left = compiler.compile(expression.left, compiler.scope)
  const right = compiler.compile(expression.right, compiler.scope)
  const { operator } = expression
  const calculate = ARITHMETIC[operator]
  const place = placeOf(compiler, expression)
  return (frame) => {
    const [a, b] = [left(frame), right(frame)]
    const value = calculate(a, b)
    if (value === undefined) {
      return frame.run.warn('feel.operands', { operator, left: kindOf(a), right: kindOf(b) }, place)
    }
    if (value === null) return frame.run.warn('feel.not_finite', { operator }, place)
    if (typeof value === 'string' && value.length > MAX_TEXT) {
      return frame.run.warn('feel.limit', { limit: MAX_TEXT }, place)
    }
    return value
  }
}

export function compileNegation(expression: Of<'negation'>, compiler: Compiler): Evaluator {
  const of = compiler.compile(expression.value, compiler.scope)
  const place = placeOf(compiler, expression)
  return (frame) => {
    const value = of(frame)
    const negative = negate(value)
    if (negative !== undefined) return negative
    return frame.run.warn('feel.operands', { operator: '-', left: 'null', right: kindOf(value) }, place)
  }
}

const ORDERS: Readonly<Record<'<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

export function compileComparison(expression: Of<'comparison'>, compiler: Compiler): Evaluator {
  const left = compiler.compile(expression.left, compiler.scope)
  const right = compiler.compile(expression.right, compiler.scope)
  const { operator } = expression
  const compare = comparisonOf(operator)
  const place = placeOf(compiler, expression)
  return (frame) => {
    const [a, b] = [left(frame), right(frame)]
    if (isLarge(a) && !frame.run.look([a], place)) return null
    const holds = compare(a, b)
    if (holds !== null) return holds
    return frame.run.warn('feel.operands', { operator, left: kindOf(a), right: kindOf(b) }, place)
  }
}

/** Values that take time to compare. */
function isLarge(value: FeelValue): boolean {
  return isList(value) || isContext(value)
}

function comparisonOf(operator: ComparisonOperator): (left: FeelValue, right: FeelValue) => boolean | null {
  if (operator === '=') return equal
  if (operator === '!=') {
    return (left, right) => {
      const isEqual = equal(left, right)
      return isEqual === null ? null : !isEqual
    }
  }
  const holds = ORDERS[operator]
  return (left, right) => {
    const order = compareOrdered(left, right)
    return order === null ? null : holds(order)
  }
}
