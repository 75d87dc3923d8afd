import { unreachable } from '../../../kernel/index.ts'
import { compileText } from '../../feel/compile/compile-text.ts'
import { type Evaluator, frameWithin } from '../../feel/compile/frame.ts'
import { CALL_LEVELS, createFunction } from '../../feel/compile/function-value.ts'
import { Scope } from '../../feel/compile/scope.ts'
import { isKind, kindOf } from '../../feel/values/value.ts'
import { inside, type Spot, surroundings, tellAt } from '../environment.ts'
import type { BoxedExpression, FunctionDefinition } from '../model.ts'
import { compileTable } from '../table/compile-table.ts'
import { boxedLevels } from './boxed-levels.ts'
import { compileBoxedContext, compileRelation } from './compile-boxed-context.ts'
import { compileBoxedFilter, compileBoxedLoop, compileConditional } from './compile-boxed-forms.ts'
import { typed, typeNamed } from './typed.ts'

/** Turns a boxed expression into a function of its variables; the result conforms to its type or is null. */
export function compileBoxed(expression: BoxedExpression, spot: Spot): Evaluator {
  const evaluate = compileForm(expression, spot)
  if (expression.typeRef === null || expression.kind === 'function') return evaluate
  return typed(evaluate, expression.typeRef, { spot, line: expression.line })
}

function compileForm(expression: BoxedExpression, spot: Spot): Evaluator {
  switch (expression.kind) {
    case 'literal':
      return compileLiteral(expression, spot)
    case 'decision-table':
      return compileTable(expression, spot)
    case 'context':
      return compileBoxedContext(expression, spot, compileBoxed)
    case 'relation':
      return compileRelation(expression, spot, compileBoxed)
    case 'list': {
      const items = expression.items.map((item, index) =>
        compileBoxed(item, inside(spot, `item ${index + 1}`)),
      )
      const place = { source: spot.path, from: 0, to: 0 }
      return (frame) =>
        frame.run.keep(
          items.map((item) => item(frame)),
          place,
        )
    }
    case 'invocation':
      return compileBoxedInvocation(expression, spot)
    case 'function':
      return compileDefinition(expression, spot)
    case 'conditional':
      return compileConditional(expression, spot, compileBoxed)
    case 'filter':
      return compileBoxedFilter(expression, spot, compileBoxed)
    case 'for':
    case 'some':
    case 'every':
      return compileBoxedLoop(expression, spot, compileBoxed)
    default:
      return unreachable(expression)
  }
}

type Of<Kind extends BoxedExpression['kind']> = Extract<BoxedExpression, { readonly kind: Kind }>

function compileLiteral({ text, language, line }: Of<'literal'>, spot: Spot): Evaluator {
  if (language !== null && !/feel/i.test(language)) {
    tellAt(spot, 'dmn.language_unknown', { line, language })
    return ({ run }) => run.warn('dmn.broken', { name: spot.path }, { source: spot.path, from: 0, to: 0 })
  }
  return compileText(text.text, surroundings(spot, text)).evaluate
}

function compileBoxedInvocation({ callee, bindings }: Of<'invocation'>, spot: Spot): Evaluator {
  const find = compileBoxed(callee, inside(spot, 'function'))
  const values = bindings.map(({ name, value }) => ({
    name,
    evaluate: value === null ? () => null : compileBoxed(value, inside(spot, name)),
  }))
  const place = { source: spot.path, from: 0, to: 0 }
  return (frame) => {
    const called = find(frame)
    if (!isKind(called, 'function')) {
      return frame.run.warn('feel.not_a_function', { kind: kindOf(called) }, place)
    }
    const named = new Map(values.map(({ name, evaluate }) => [name, evaluate(frame)]))
    return called.invoke({ positional: [], named }, { run: frame.run, place })
  }
}

/** A function with parameters; those of Java and PMML are refused by name and give null. */
export function compileDefinition(definition: FunctionDefinition, spot: Spot): Evaluator {
  const { language, line, body } = definition
  const place = { source: spot.path, from: 0, to: 0 }
  if (language !== 'FEEL') {
    tellAt(spot, 'dmn.external_function', { line, language })
    return ({ run }) => run.warn('feel.external', {}, place)
  }
  const parameters = definition.parameters.map(({ name, typeRef }) => ({
    name,
    type: typeNamed(typeRef, { spot, line }),
  }))
  const names = parameters.map(({ name }) => name)
  const evaluate =
    body === null ? () => null : compileBoxed(body, inside(spot, '', new Scope(names, spot.scope)))
  const result = typeNamed(definition.typeRef, { spot, line })
  const signature = { parameters, result }
  const levels =
    CALL_LEVELS + (body === null ? 0 : boxedLevels(body, inside(spot, '', new Scope(names, spot.scope))))
  return (frame) =>
    createFunction({
      signature,
      levels,
      body: (values) => evaluate(frameWithin(frame, values)),
    })
}
