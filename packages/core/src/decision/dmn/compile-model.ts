import { NameIndex } from '../feel/syntax/name-scope.ts'
import { compileDecision, compileInput, compileKnowledge, compileService } from './compile-nodes.ts'
import type { Environment } from './environment.ts'
import { findCycles } from './find-cycles.ts'
import { createItemTypes } from './item-types.ts'
import { keyOf, type Link, type LinkedModel } from './link.ts'
import type { DmnModel, ItemDefinition } from './model.ts'
import { componentNames } from './model-names.ts'
import type { Node } from './node.ts'
import type { DmnProblem } from './problem.ts'

/** A compiled model: ready to be evaluated any number of times. */
export type DmnProgram = {
  readonly model: DmnModel
  /** Everything that is wrong with it; what is broken gives null and a warning when it is evaluated. */
  readonly problems: readonly DmnProblem[]
  readonly nodes: ReadonlyMap<string, Node>
  readonly models: readonly LinkedModel[]
}

/**
 * Compiles a model together with those it imports.
 *
 * @param imported in any order; those they import in turn must be among them
 * @see DMN 1.5 §10.4
 */
export function compileModel(model: DmnModel, imported: readonly DmnModel[] = []): DmnProgram {
  const problems: DmnProblem[] = []
  const tell = (problem: DmnProblem) => problems.push(problem)
  const all = [model, ...imported]
  const components = new NameIndex(componentNames(all))
  const models = all.map((one) => linkModel(one, all, { components, tell }))
  const nodes = new Map<string, Node>()
  const link: Link = { nodes, names: namesByKey(all) }
  for (const linked of models) {
    for (const node of compileNodes(linked, link)) nodes.set(node.key, node)
    tellUnknown(linked, link, tell)
  }
  tellTwice(model, tell)
  problems.push(...findCycles(nodes))
  return { model, problems, nodes, models }
}

function linkModel(
  model: DmnModel,
  all: readonly DmnModel[],
  shared: Pick<Environment, 'components' | 'tell'>,
): LinkedModel {
  const importNames = new Map(model.imports.map(({ name, namespace }) => [namespace, name]))
  const definitions = new Map<string, ItemDefinition>()
  for (const definition of model.itemDefinitions) definitions.set(definition.name, definition)
  for (const other of all) {
    const importName = other === model ? undefined : importNames.get(other.namespace)
    if (importName === undefined) continue
    for (const definition of other.itemDefinitions) {
      const prefix = importName === '' ? '' : `${importName}.`
      definitions.set(`${prefix}${definition.name}`, prefixed(definition, prefix, other))
    }
  }
  const base = { ...shared, types: new NameIndex(definitions.keys()) }
  const types = createItemTypes(definitions, base)
  const environment: Environment = { ...base, findType: types.find }
  return { model, types, environment, importNames }
}

/** The types that an imported definition names are those of its own model. */
function prefixed(definition: ItemDefinition, prefix: string, { itemDefinitions }: DmnModel): ItemDefinition {
  const names = new Set(itemDefinitions.map(({ name }) => name))
  const rename = (one: ItemDefinition): ItemDefinition => ({
    ...one,
    typeRef: one.typeRef !== null && names.has(one.typeRef) ? `${prefix}${one.typeRef}` : one.typeRef,
    components: one.components.map(rename),
  })
  return rename(definition)
}

function compileNodes(linked: LinkedModel, link: Link): readonly Node[] {
  const { inputData, decisions, businessKnowledge, services } = linked.model
  return [
    ...inputData.map((input) => compileInput(linked, input)),
    ...decisions.map((decision) => compileDecision(linked, decision, link)),
    ...businessKnowledge.map((knowledge) => compileKnowledge(linked, knowledge, link)),
    ...services.map((service) => compileService(linked, service, link)),
  ]
}

function elementsOf({ inputData, decisions, businessKnowledge, services }: DmnModel) {
  return [...inputData, ...decisions, ...businessKnowledge, ...services]
}

function namesByKey(models: readonly DmnModel[]): ReadonlyMap<string, string> {
  return new Map(
    models.flatMap((model) => elementsOf(model).map(({ id, name }) => [keyOf(model, id), name] as const)),
  )
}

function tellUnknown({ model }: LinkedModel, { names }: Link, tell: (problem: DmnProblem) => void): void {
  for (const { name, line, requires } of [...model.decisions, ...model.businessKnowledge]) {
    for (const reference of requires) {
      if (names.has(keyOf(model, reference))) continue
      tell({ code: 'dmn.reference_unknown', element: name, line, at: null, params: { reference } })
    }
  }
}

function tellTwice(model: DmnModel, tell: (problem: DmnProblem) => void): void {
  const seen = new Set<string>()
  for (const { name, line } of elementsOf(model)) {
    if (seen.has(name)) tell({ code: 'dmn.name_twice', element: name, line, at: null, params: { name } })
    seen.add(name)
  }
}
