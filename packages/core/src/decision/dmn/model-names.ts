import { normalName } from '../feel/syntax/characters.ts'
import type { BoxedExpression, DmnModel, ItemDefinition } from './model.ts'

/** Names that stand behind dots: components of types, keys of contexts, columns, outputs, elements of imports. */
export function componentNames(models: readonly DmnModel[]): readonly string[] {
  const names = models.flatMap((model) => [
    ...model.itemDefinitions.flatMap(namesOfType),
    ...model.decisions.flatMap(({ expression }) => namesOfBoxed(expression)),
    ...model.businessKnowledge.flatMap(({ logic }) => namesOfBoxed(logic)),
    ...[...model.decisions, ...model.inputData, ...model.businessKnowledge, ...model.services].map(
      ({ name }) => name,
    ),
  ])
  return [...BUILT_IN, ...new Set(names.map(normalName))]
}

const BUILT_IN = ['time offset', 'start included', 'end included']

function namesOfType({ components }: ItemDefinition): readonly string[] {
  return components.flatMap((component) => [component.name, ...namesOfType(component)])
}

function namesOfBoxed(root: BoxedExpression | null): readonly string[] {
  const names: string[] = []
  const waiting = [root]
  while (waiting.length > 0) {
    const expression = waiting.pop() ?? null
    if (expression === null) continue
    if (expression.kind === 'context') {
      names.push(...expression.entries.flatMap(({ name }) => (name === null ? [] : [name])))
    }
    if (expression.kind === 'relation') names.push(...expression.columns)
    if (expression.kind === 'decision-table') {
      names.push(...expression.outputs.flatMap(({ name }) => (name === null ? [] : [name])))
    }
    waiting.push(...innerBoxed(expression))
  }
  return names
}

/** The boxed expressions that stand directly within one. */
export function innerBoxed(expression: BoxedExpression): readonly (BoxedExpression | null)[] {
  switch (expression.kind) {
    case 'literal':
    case 'decision-table':
      return []
    case 'context':
      return expression.entries.map(({ value }) => value)
    case 'relation':
      return expression.rows.flat()
    case 'list':
      return expression.items
    case 'invocation':
      return [expression.callee, ...expression.bindings.map(({ value }) => value)]
    case 'function':
      return [expression.body]
    case 'conditional':
      return [expression.condition, expression.consequent, expression.alternative]
    case 'filter':
      return [expression.source, expression.match]
    case 'for':
    case 'some':
    case 'every':
      return [expression.source, expression.body]
  }
}
