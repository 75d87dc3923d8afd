import type { FeelExpression } from '../syntax/expression.ts'
import { expressionLevels } from '../syntax/expression-levels.ts'
import { compareOrdered } from '../values/ordering.ts'
import { ANY } from '../values/type.ts'
import { type FeelValue, kindOf } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import { type Evaluator, frameWithin } from './frame.ts'
import { CALL_LEVELS, createFunction } from './function-value.ts'
import { resolveType } from './resolve-type.ts'
import { Scope } from './scope.ts'

type Of<Kind extends FeelExpression['kind']> = Extract<FeelExpression, { readonly kind: Kind }>

export function compileList(expression: Of<'list'>, compiler: Compiler): Evaluator {
  const items = expression.items.map((item) => compiler.compile(item, compiler.scope))
  const place = placeOf(compiler, expression)
  return (frame) =>
    frame.run.keep(
      items.map((item) => item(frame)),
      place,
    )
}

/** Entries know those before them, so each is compiled in a scope of its own. */
export function compileContext(expression: Of<'context'>, compiler: Compiler): Evaluator {
  const { entries } = expression
  const place = placeOf(compiler, expression)
  const names = entries.map(({ name }) => name)
  const evaluators = entries.map(({ value }, index) =>
    compiler.compile(value, new Scope(names.slice(0, index), compiler.scope)),
  )
  return (frame) => {
    const values: FeelValue[] = []
    const within = frameWithin(frame, values)
    for (const evaluator of evaluators) values.push(evaluator(within))
    return frame.run.keep(new Map(names.map((name, index) => [name, values[index] ?? null])), place)
  }
}

export function compileRange(expression: Of<'range'>, compiler: Compiler): Evaluator {
  const { isStartIncluded, isEndIncluded } = expression
  const [start, end] = [expression.start, expression.end].map((bound) =>
    bound === null ? null : compiler.compile(bound, compiler.scope),
  )
  const isOne = expression.start === expression.end
  const place = placeOf(compiler, expression)
  return (frame) => {
    const from = start?.(frame) ?? null
    const to = isOne ? from : (end?.(frame) ?? null)
    if ((start !== null && from === null) || (end !== null && to === null) || !isAscending(from, to)) {
      return frame.run.warn('feel.operands', { operator: '..', left: kindOf(from), right: kindOf(to) }, place)
    }
    return frame.run.keep({ kind: 'range', start: from, end: to, isStartIncluded, isEndIncluded }, place)
  }
}

/** Bounds of one kind, the lower first; a missing one, or the same value twice, is no matter. */
function isAscending(from: FeelValue, to: FeelValue): boolean {
  if (from === null || to === null || from === to) return true
  const order = compareOrdered(from, to)
  return order !== null && order <= 0
}

export function compileFunction(expression: Of<'function'>, compiler: Compiler): Evaluator {
  const parameters = expression.parameters.map(({ name, type }) => ({
    name,
    type: type === null ? ANY : resolveType(type, compiler.findType),
  }))
  const scope = new Scope(
    parameters.map(({ name }) => name),
    compiler.scope,
  )
  const body = compiler.compile(expression.body, scope)
  const levels = CALL_LEVELS + expressionLevels(expression.body)
  return (frame) =>
    createFunction({
      signature: { parameters, result: ANY },
      levels,
      body: (values) => body(frameWithin(frame, values)),
    })
}
