import { unreachable } from '../../../kernel/index.ts'
import type { FeelExpression } from '../syntax/expression.ts'
import { parseNumber } from '../values/number.ts'
import { parseTemporal } from '../values/temporal-text.ts'
import { isInstance, withoutConstraints } from '../values/type.ts'
import type { FeelValue } from '../values/value.ts'
import { compileFilter, compilePath } from './compile-access.ts'
import { compileBetween, compileIf, compileJunction } from './compile-conditions.ts'
import { compileContext, compileFunction, compileList, compileRange } from './compile-constructors.ts'
import { compileInvocation } from './compile-invocation.ts'
import { compileFor, compileQuantified } from './compile-iterations.ts'
import { compileName } from './compile-name.ts'
import { compileArithmetic, compileComparison, compileNegation } from './compile-operators.ts'
import { type Compiler, placeOf } from './compiler.ts'
import type { Evaluator } from './frame.ts'
import { resolveType } from './resolve-type.ts'

/** Turns a tree into a function of its variables, once and for all. */
export function compileExpression(expression: FeelExpression, compiler: Compiler): Evaluator {
  switch (expression.kind) {
    case 'null':
      return () => null
    case 'boolean':
    case 'string':
      return constant(expression.value)
    case 'number':
      return compileNumber(expression, compiler)
    case 'at-literal':
      return compileAtLiteral(expression, compiler)
    case 'name':
      return compileName(expression, compiler)
    case 'list':
      return compileList(expression, compiler)
    case 'context':
      return compileContext(expression, compiler)
    case 'range':
      return compileRange(expression, compiler)
    case 'path':
      return compilePath(expression, compiler)
    case 'filter':
      return compileFilter(expression, compiler)
    case 'invocation':
      return compileInvocation(expression, compiler)
    case 'arithmetic':
      return compileArithmetic(expression, compiler)
    case 'negation':
      return compileNegation(expression, compiler)
    default:
      return compileCondition(expression, compiler)
  }
}

type Condition = Exclude<
  FeelExpression,
  {
    readonly kind:
      | ('null' | 'boolean' | 'string' | 'number' | 'at-literal' | 'name' | 'list' | 'context' | 'range')
      | ('path' | 'filter' | 'invocation' | 'arithmetic' | 'negation')
  }
>

function compileCondition(expression: Condition, compiler: Compiler): Evaluator {
  switch (expression.kind) {
    case 'comparison':
      return compileComparison(expression, compiler)
    case 'between':
      return compileBetween(expression, compiler)
    case 'and':
    case 'or':
      return compileJunction(expression, compiler)
    case 'in':
      return compileIn(expression, compiler)
    case 'other-than':
      return compileLooseTest(expression, compiler)
    case 'if':
      return compileIf(expression, compiler)
    case 'for':
      return compileFor(expression, compiler)
    case 'some':
    case 'every':
      return compileQuantified(expression, compiler)
    case 'function':
      return compileFunction(expression, compiler)
    case 'external': {
      const place = placeOf(compiler, expression)
      compiler.report('feel.external', {}, place)
      return ({ run }) => run.warn('feel.external', {}, place)
    }
    case 'instance-of': {
      const value = compiler.compile(expression.value, compiler.scope)
      const type = withoutConstraints(resolveType(expression.type, compiler.findType))
      return (frame) => isInstance(value(frame), type)
    }
    default:
      return unreachable(expression)
  }
}

function constant(value: FeelValue): Evaluator {
  return () => value
}

function compileNumber(
  expression: FeelExpression & { readonly text: string },
  compiler: Compiler,
): Evaluator {
  const value = parseNumber(expression.text)
  if (value !== null) return constant(value)
  const place = placeOf(compiler, expression)
  return ({ run }) => run.warn('feel.not_finite', { operator: expression.text.slice(0, 20) }, place)
}

function compileAtLiteral(
  expression: FeelExpression & { readonly text: string },
  compiler: Compiler,
): Evaluator {
  const value = parseTemporal(expression.text)
  if (value !== null) return constant(value)
  const place = placeOf(compiler, expression)
  const params = { text: expression.text.slice(0, 60) }
  compiler.report('feel.literal', params, place)
  return ({ run }) => run.warn('feel.literal', params, place)
}

/** `x in (1, > 5)`: true when one of the tests is. */
function compileIn(
  { value, tests }: Extract<FeelExpression, { readonly kind: 'in' }>,
  compiler: Compiler,
): Evaluator {
  const of = compiler.compile(value, compiler.scope)
  const testers = tests.map((test) => compiler.compileTest(test, compiler.scope))
  return (frame) => {
    const found = of(frame)
    let isUnknown = false
    for (const tester of testers) {
      const holds = tester(frame, found)
      if (holds === true) return true
      if (holds === null) isUnknown = true
    }
    return isUnknown ? null : false
  }
}

/** `!= 5` where no value is tested says nothing. */
function compileLooseTest(expression: FeelExpression, compiler: Compiler): Evaluator {
  const place = placeOf(compiler, expression)
  const params = { expected: 'value', found: '!=' }
  compiler.report('feel.unexpected', params, place)
  return ({ run }) => run.warn('feel.unexpected', params, place)
}
