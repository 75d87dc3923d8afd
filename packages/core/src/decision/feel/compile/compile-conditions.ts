import type { FeelExpression } from '../syntax/expression.ts'
import { compareOrdered } from '../values/ordering.ts'
import { type FeelValue, kindOf } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import type { Evaluator } from './frame.ts'

type Of<Kind extends FeelExpression['kind']> = Extract<FeelExpression, { readonly kind: Kind }>

/** `and` and `or` of three values: what is neither true nor false counts as unknown. @see DMN 1.5 table 50 */
export function compileJunction(expression: Of<'and' | 'or'>, compiler: Compiler): Evaluator {
  const left = compiler.compile(expression.left, compiler.scope)
  const right = compiler.compile(expression.right, compiler.scope)
  const deciding = expression.kind === 'or'
  return (frame) => {
    const a = left(frame)
    if (a === deciding) return deciding
    const b = right(frame)
    if (b === deciding) return deciding
    return typeof a === 'boolean' && typeof b === 'boolean' ? !deciding : null
  }
}

export function compileBetween(expression: Of<'between'>, compiler: Compiler): Evaluator {
  const [value, low, high] = [expression.value, expression.low, expression.high].map((part) =>
    compiler.compile(part, compiler.scope),
  )
  const place = placeOf(compiler, expression)
  return (frame) => {
    const of = value?.(frame) ?? null
    const holds = liesBetween(
      compareOrdered(of, low?.(frame) ?? null),
      compareOrdered(of, high?.(frame) ?? null),
    )
    if (holds !== null) return holds
    return frame.run.warn('feel.operands', { operator: 'between', left: kindOf(of), right: 'range' }, place)
  }
}

/** Below one bound is enough to be outside, whatever the other. */
function liesBetween(above: number | null, below: number | null): boolean | null {
  if ((above !== null && above < 0) || (below !== null && below > 0)) return false
  return above === null || below === null ? null : true
}

/** What is not true chooses `else`. */
export function compileIf(expression: Of<'if'>, compiler: Compiler): Evaluator {
  const condition = compiler.compile(expression.condition, compiler.scope)
  const consequent = compiler.compile(expression.consequent, compiler.scope)
  const alternative = compiler.compile(expression.alternative, compiler.scope)
  const place = placeOf(compiler, expression.condition)
  return (frame) => {
    const holds = condition(frame)
    if (holds === true) return consequent(frame)
    if (!isTruth(holds)) frame.run.warn('feel.condition', { kind: kindOf(holds) }, place)
    return alternative(frame)
  }
}

function isTruth(value: FeelValue): boolean {
  return value === null || typeof value === 'boolean'
}
