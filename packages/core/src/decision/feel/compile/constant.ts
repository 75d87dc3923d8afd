import type { FeelExpression } from '../syntax/expression.ts'
import { partsOf } from '../syntax/expression-parts.ts'
import type { FeelValue, Run } from '../values/value.ts'
import type { Evaluator } from './frame.ts'

const CONSTANT: ReadonlySet<FeelExpression['kind']> = new Set([
  ...(['null', 'boolean', 'number', 'string', 'at-literal', 'list', 'range', 'negation'] as const),
])

/** Whether an expression has one value, whatever the variables. */
export function isConstant(expression: FeelExpression): boolean {
  return CONSTANT.has(expression.kind) && partsOf(expression).every(isConstant)
}

/** The value of an expression without variables; `undefined` of any other. */
export function evaluateConstant(expression: FeelExpression, evaluate: Evaluator): FeelValue | undefined {
  return isConstant(expression) ? evaluate({ values: [], parent: null, run: SILENT }) : undefined
}

/** For what was reported when it was compiled: nobody is told again. */
export const SILENT: Run = {
  now: 0,
  zone: 'UTC',
  warn: () => null,
  record: () => undefined,
  spend: () => true,
  keep: (value) => value,
  look: () => true,
  descend: (_levels, _place, body) => body(),
}
