import type { BoxedExpression, FormalParameter, FunctionDefinition } from '@millrace/core/decision'
import { readTable } from './read-table.ts'
import { type Reading, tell, textIn, typeRefOf } from './reading.ts'
import { attribute, child, childrenOf, type XmlElement } from './xml-tree.ts'

type Read = (element: XmlElement, reading: Reading) => BoxedExpression

const READERS: Readonly<Record<string, Read>> = {
  literalExpression: readLiteral,
  decisionTable: readTable,
  context: readContext,
  invocation: readInvocation,
  functionDefinition: readFunction,
  relation: readRelation,
  list: (element, reading) => ({
    kind: 'list',
    ...base(element, reading),
    items: expressionsIn(element, reading),
  }),
  conditional: readConditional,
  filter: (element, reading) => ({
    kind: 'filter',
    ...base(element, reading),
    source: expressionIn(child(element, 'in'), reading),
    match: expressionIn(child(element, 'match'), reading),
  }),
  for: readLoop,
  some: readLoop,
  every: readLoop,
}

/** The expression within an element; what is missing is null. */
export function expressionIn(element: XmlElement | undefined, reading: Reading): BoxedExpression {
  const [expression] = element === undefined ? [] : expressionsIn(element, reading)
  return expression ?? nothing(element?.line ?? 0)
}

/** The expression within an element, if there is one. */
export function findExpression(element: XmlElement, reading: Reading): BoxedExpression | null {
  return expressionsIn(element, reading)[0] ?? null
}

function expressionsIn({ children }: XmlElement, reading: Reading): readonly BoxedExpression[] {
  return children.flatMap((element) => {
    const read = Object.hasOwn(READERS, element.name) ? READERS[element.name] : undefined
    return read === undefined ? [] : [read(element, reading)]
  })
}

function nothing(line: number): BoxedExpression {
  return { kind: 'literal', typeRef: null, line, text: { text: 'null', line }, language: null }
}

function base(element: XmlElement, reading: Reading) {
  return { typeRef: typeRefOf(element, reading), line: element.line }
}

function readLiteral(element: XmlElement, reading: Reading): BoxedExpression {
  const text = textIn(element) ?? { text: 'null', line: element.line }
  return {
    kind: 'literal',
    ...base(element, reading),
    text,
    language: attribute(element, 'expressionLanguage'),
  }
}

function readContext(element: XmlElement, reading: Reading): BoxedExpression {
  const entries = childrenOf(element, 'contextEntry').map((entry) => {
    const variable = child(entry, 'variable')
    return {
      name: variable === undefined ? null : attribute(variable, 'name'),
      typeRef: typeRefOf(variable, reading),
      value: expressionIn(entry, reading),
    }
  })
  return { kind: 'context', ...base(element, reading), entries }
}

function readInvocation(element: XmlElement, reading: Reading): BoxedExpression {
  const bindings = childrenOf(element, 'binding').flatMap((binding) => {
    const parameter = child(binding, 'parameter')
    const name = parameter === undefined ? null : attribute(parameter, 'name')
    if (name !== null) return [{ name, value: findExpression(binding, reading) }]
    tell(reading, 'dmn.attribute_missing', { line: binding.line, element: 'binding' })
    return []
  })
  return { kind: 'invocation', ...base(element, reading), callee: expressionIn(element, reading), bindings }
}

/** Parameters with names, of a function or of the type of one. */
export function readParameters(
  elements: readonly XmlElement[],
  reading: Reading,
): readonly FormalParameter[] {
  return elements.map((element) => ({
    name: attribute(element, 'name') ?? '',
    typeRef: typeRefOf(element, reading),
  }))
}

/** A function; the logic of a business knowledge model is written in the same way. */
export function readFunction(element: XmlElement, reading: Reading): FunctionDefinition {
  const language = attribute(element, 'kind')
  return {
    kind: 'function',
    ...base(element, reading),
    language: language === 'Java' || language === 'PMML' ? language : 'FEEL',
    parameters: readParameters(childrenOf(element, 'formalParameter'), reading),
    body: findExpression(element, reading),
  }
}

function readRelation(element: XmlElement, reading: Reading): BoxedExpression {
  const columns = childrenOf(element, 'column').map((column) => attribute(column, 'name') ?? '')
  const rows = childrenOf(element, 'row').map((row) => expressionsIn(row, reading))
  return { kind: 'relation', ...base(element, reading), columns, rows }
}

function readConditional(element: XmlElement, reading: Reading): BoxedExpression {
  return {
    kind: 'conditional',
    ...base(element, reading),
    condition: expressionIn(child(element, 'if'), reading),
    consequent: expressionIn(child(element, 'then'), reading),
    alternative: expressionIn(child(element, 'else'), reading),
  }
}

function readLoop(element: XmlElement, reading: Reading): BoxedExpression {
  const kind = element.name === 'some' || element.name === 'every' ? element.name : 'for'
  return {
    kind,
    ...base(element, reading),
    variable: attribute(element, 'iteratorVariable') ?? 'item',
    source: expressionIn(child(element, 'in'), reading),
    body: expressionIn(child(element, kind === 'for' ? 'return' : 'satisfies'), reading),
  }
}
