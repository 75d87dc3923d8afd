import type { FeelExpression } from '../syntax/expression.ts'
import { isContext } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import { type Evaluator, frameAt } from './frame.ts'
import type { Slot } from './scope.ts'

/** A variable, a part of the item of a filter, or a built-in function. */
export function compileName(
  expression: Extract<FeelExpression, { readonly kind: 'name' }>,
  compiler: Compiler,
): Evaluator {
  const { name } = expression
  const { slot, filters } = compiler.scope.find(name)
  const outer = slot === null ? unknownName(expression, compiler, filters.length > 0) : readSlot(slot)
  if (filters.length === 0) return outer
  return (frame) => {
    for (const depth of filters) {
      const item = frameAt(frame, depth).values[0] ?? null
      if (isContext(item) && item.has(name)) return item.get(name) ?? null
    }
    return outer(frame)
  }
}

function readSlot({ depth, index }: Slot): Evaluator {
  if (depth === 0) return (frame) => frame.values[index] ?? null
  if (depth === 1) return (frame) => frame.parent?.values[index] ?? null
  return (frame) => frameAt(frame, depth).values[index] ?? null
}

function unknownName(
  expression: Extract<FeelExpression, { readonly kind: 'name' }>,
  compiler: Compiler,
  isWithinFilter: boolean,
): Evaluator {
  const { name } = expression
  const builtIn = compiler.findBuiltIn(name)
  if (builtIn !== undefined) return () => builtIn
  const place = placeOf(compiler, expression)
  // What is in the items of a list is known only when there is one.
  if (!isWithinFilter) compiler.report('feel.unknown_name', { name }, place)
  return ({ run }) => run.warn('feel.unknown_name', { name }, place)
}
