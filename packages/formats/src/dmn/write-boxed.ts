import type {
  BoxedExpression,
  ContextEntry,
  FormalParameter,
  FunctionDefinition,
} from '@millrace/core/decision'
import { writeTable } from './write-table.ts'
import { element, present, type Writing, writeText, writeVariable } from './writing.ts'

type Loop = Extract<BoxedExpression, { readonly kind: 'for' | 'some' | 'every' }>
type Invocation = Extract<BoxedExpression, { readonly kind: 'invocation' }>
type Relation = Extract<BoxedExpression, { readonly kind: 'relation' }>

/** An expression, boxed or as text. */
export function writeExpression(writer: Writing, expression: BoxedExpression): void {
  const { kind, typeRef } = expression
  const typed = present({ typeRef })
  switch (kind) {
    case 'decision-table':
      return writeTable(writer, expression)
    case 'function':
      return writeFunction(writer, 'functionDefinition', expression)
    case 'literal':
      return element(
        writer,
        ['literalExpression', present({ typeRef, expressionLanguage: expression.language })],
        () => writeText(writer, expression.text),
      )
    case 'context':
      return element(writer, ['context', typed], () =>
        expression.entries.forEach((entry) => writeEntry(writer, entry)),
      )
    case 'invocation':
      return element(writer, ['invocation', typed], () => writeInvocation(writer, expression))
    case 'relation':
      return element(writer, ['relation', typed], () => writeRelation(writer, expression))
    case 'list':
      return element(writer, ['list', typed], () =>
        expression.items.forEach((item) => writeExpression(writer, item)),
      )
    default:
      return writeParts(writer, expression)
  }
}

type Parted = Extract<BoxedExpression, { readonly kind: 'conditional' | 'filter' | 'for' | 'some' | 'every' }>

/** The forms whose parts each have an element of their own. */
function writeParts(writer: Writing, expression: Parted): void {
  const { kind, typeRef } = expression
  const iterator = 'variable' in expression ? expression.variable : null
  element(writer, [kind, present({ typeRef, iteratorVariable: iterator })], () => {
    for (const [name, part] of partsOf(expression)) {
      element(writer, [name, {}], () => writeExpression(writer, part))
    }
  })
}

function partsOf(expression: Parted): readonly (readonly [string, BoxedExpression])[] {
  switch (expression.kind) {
    case 'conditional':
      return [
        ['if', expression.condition],
        ['then', expression.consequent],
        ['else', expression.alternative],
      ]
    case 'filter':
      return [
        ['in', expression.source],
        ['match', expression.match],
      ]
    default:
      return loopParts(expression)
  }
}

function loopParts({ kind, source, body }: Loop): readonly (readonly [string, BoxedExpression])[] {
  return [
    ['in', source],
    [kind === 'for' ? 'return' : 'satisfies', body],
  ]
}

function writeEntry(writer: Writing, { name, typeRef, value }: ContextEntry): void {
  element(writer, ['contextEntry', {}], () => {
    if (name !== null || typeRef !== null) writeVariable(writer, { name, typeRef })
    writeExpression(writer, value)
  })
}

function writeInvocation(writer: Writing, { callee, bindings }: Invocation): void {
  writeExpression(writer, callee)
  for (const { name, value } of bindings) {
    element(writer, ['binding', {}], () => {
      element(writer, ['parameter', { name }])
      if (value !== null) writeExpression(writer, value)
    })
  }
}

function writeRelation(writer: Writing, { columns, rows }: Relation): void {
  for (const name of columns) element(writer, ['column', { name }])
  for (const row of rows) {
    element(writer, ['row', {}], () => row.forEach((cell) => writeExpression(writer, cell)))
  }
}

/** Parameters with names, of a function or of the type of one. */
export function writeParameters(
  writer: Writing,
  name: 'formalParameter' | 'parameters',
  parameters: readonly FormalParameter[],
): void {
  for (const parameter of parameters) element(writer, [name, present(parameter)])
}

/** A function; the logic of a business knowledge model is written in the same way. */
export function writeFunction(
  writer: Writing,
  name: 'functionDefinition' | 'encapsulatedLogic',
  { language, typeRef, parameters, body }: FunctionDefinition,
): void {
  element(writer, [name, present({ kind: language, typeRef })], () => {
    writeParameters(writer, 'formalParameter', parameters)
    if (body !== null) writeExpression(writer, body)
  })
}
