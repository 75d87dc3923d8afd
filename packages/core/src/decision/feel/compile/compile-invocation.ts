import type { FeelExpression } from '../syntax/expression.ts'
import { type FeelFunction, type FeelValue, type Given, isKind, kindOf } from '../values/value.ts'
import { type Compiler, placeOf } from './compiler.ts'
import type { Evaluator, Frame } from './frame.ts'

type Invocation = Extract<FeelExpression, { readonly kind: 'invocation' }>

/** A call; where a variable hides a built-in function of its name but is none itself, the latter is called. */
export function compileInvocation(expression: Invocation, compiler: Compiler): Evaluator {
  const { callee } = expression
  const find = compiler.compile(callee, compiler.scope)
  const hidden = callee.kind === 'name' ? compiler.findBuiltIn(callee.name) : undefined
  const given = compileArguments(expression, compiler)
  const place = placeOf(compiler, expression)
  return (frame) => {
    const called = functionOf(find(frame), hidden)
    if (isKind(called, 'function')) return called.invoke(given(frame), { run: frame.run, place })
    return frame.run.warn('feel.not_a_function', { kind: kindOf(called) }, place)
  }
}

function functionOf(value: FeelValue, hidden: FeelFunction | undefined): FeelValue {
  return isKind(value, 'function') || hidden === undefined ? value : hidden
}

function compileArguments({ positional, named }: Invocation, compiler: Compiler): (frame: Frame) => Given {
  if (named === null) {
    const evaluators = positional.map((value) => compiler.compile(value, compiler.scope))
    return (frame) => ({ positional: evaluators.map((evaluator) => evaluator(frame)), named: null })
  }
  const entries = named.map(({ name, value }) => ({ name, value: compiler.compile(value, compiler.scope) }))
  return (frame) => ({
    positional: [],
    named: new Map(entries.map(({ name, value }) => [name, value(frame)])),
  })
}
