import { unreachable } from '../../../kernel/index.ts'
import type { FeelExpression, Iteration } from './expression.ts'

/** The expressions that stand directly within one. */
export function partsOf(expression: FeelExpression): readonly FeelExpression[] {
  switch (expression.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'at-literal':
    case 'name':
    case 'external':
      return []
    case 'list':
      return expression.items
    case 'context':
      return expression.entries.map(({ value }) => value)
    case 'range':
      return [expression.start, expression.end].filter((bound) => bound !== null)
    case 'other-than':
    case 'negation':
    case 'instance-of':
      return [expression.value]
    case 'path':
      return [expression.source]
    case 'filter':
      return [expression.source, expression.condition]
    case 'invocation': {
      const named = (expression.named ?? []).map(({ value }) => value)
      return [expression.callee, ...expression.positional, ...named]
    }
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [expression.left, expression.right]
    case 'between':
      return [expression.value, expression.low, expression.high]
    case 'in':
      return [expression.value, ...expression.tests]
    case 'if':
      return [expression.condition, expression.consequent, expression.alternative]
    case 'for':
    case 'some':
    case 'every':
      return [...expression.iterations.flatMap(iterationParts), expression.body]
    case 'function':
      return [expression.body]
    default:
      return unreachable(expression)
  }
}

function iterationParts({ from, to }: Iteration): readonly FeelExpression[] {
  return to === null ? [from] : [from, to]
}

/** Whether a name is used anywhere in an expression. */
export function usesName(expression: FeelExpression, name: string): boolean {
  const waiting = [expression]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'name' && next.name === name) return true
    waiting.push(...partsOf(next))
  }
  return false
}
