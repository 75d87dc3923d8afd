import { TESTED } from '../../feel/compile/compile-test.ts'
import { isConstant, SILENT } from '../../feel/compile/constant.ts'
import type { Evaluator } from '../../feel/compile/frame.ts'
import type { FeelExpression, UnaryTests } from '../../feel/syntax/expression.ts'
import { partsOf } from '../../feel/syntax/expression-parts.ts'
import { type FeelValue, isKind, isList } from '../../feel/values/value.ts'

/** Whether a cell compares its value with nothing but constants, so that it can be judged without any input. */
export function isDecidable(tests: UnaryTests | null): boolean {
  if (tests === null) return false
  return tests.kind === 'any' || tests.tests.every(isDecidableTest)
}

function isDecidableTest(test: FeelExpression): boolean {
  if (isConstant(test)) return true
  return test.kind === 'other-than' ? isConstant(test.value) : isDecidableCondition(test)
}

/** Conditions such as `? > 5 and ? < 10`. */
function isDecidableCondition(expression: FeelExpression): boolean {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return isDecidableCondition(expression.left) && isDecidableCondition(expression.right)
    case 'comparison':
      return isTested(expression.left)
        ? isConstant(expression.right)
        : isTested(expression.right) && isConstant(expression.left)
    case 'between':
      return isTested(expression.value) && isConstant(expression.low) && isConstant(expression.high)
    case 'in':
      return isTested(expression.value) && expression.tests.every(isDecidableTest)
    default:
      return false
  }
}

function isTested(expression: FeelExpression): boolean {
  return expression.kind === 'name' && expression.name === TESTED
}

/** The values that a decidable cell compares with, ends of ranges included. */
export function constantsIn(
  tests: UnaryTests | null,
  compile: (expression: FeelExpression) => Evaluator,
): readonly FeelValue[] {
  if (tests === null || tests.kind === 'any') return []
  return tests.tests.flatMap((test) => constantsOf(test, compile))
}

function constantsOf(
  expression: FeelExpression,
  compile: (expression: FeelExpression) => Evaluator,
): readonly FeelValue[] {
  if (!isConstant(expression)) return partsOf(expression).flatMap((part) => constantsOf(part, compile))
  return scalarsOf(compile(expression)({ values: [], parent: null, run: SILENT }))
}

function scalarsOf(value: FeelValue): readonly FeelValue[] {
  if (isList(value)) return value.flatMap(scalarsOf)
  if (isKind(value, 'range')) return [value.start, value.end].filter((bound) => bound !== null)
  return value === null ? [] : [value]
}

/** Whether texts are compared by their order, and not only with each other. */
export function usesOrder(tests: UnaryTests | null): boolean {
  return tests !== null && tests.kind === 'tests' && tests.tests.some(isOrderly)
}

function isOrderly(expression: FeelExpression): boolean {
  if (expression.kind === 'range') return expression.start !== expression.end
  if (expression.kind === 'between') return true
  if (expression.kind === 'comparison' && expression.operator !== '=' && expression.operator !== '!=')
    return true
  return partsOf(expression).some(isOrderly)
}
