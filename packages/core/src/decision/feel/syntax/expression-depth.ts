import type { FeelExpression } from './expression.ts'
import { partsOf } from './expression-parts.ts'

/** How deep expressions stand within each other; counting stops beyond a limit. */
export function expressionDepth(roots: readonly FeelExpression[], limit: number): number {
  let level = roots
  let depth = 0
  while (level.length > 0 && depth <= limit) {
    depth += 1
    level = level.flatMap(partsOf)
  }
  return depth
}
