import type { FeelExpression } from './expression.ts'
import { partsOf } from './expression-parts.ts'

/** Frames that a form takes on the stack while what stands within it is worked out. */
const WEIGHTS: Partial<Record<FeelExpression['kind'], number>> = {
  for: 5,
  some: 5,
  every: 5,
  filter: 4,
  invocation: 3,
  context: 2,
  list: 2,
}

/** How much of the stack an expression takes at most. Its depth was bounded when it was read. */
export function expressionLevels(expression: FeelExpression): number {
  const inner = partsOf(expression).map(expressionLevels)
  return (WEIGHTS[expression.kind] ?? 1) + inner.reduce((most, levels) => Math.max(most, levels), 0)
}
