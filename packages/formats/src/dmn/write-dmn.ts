import type {
  BusinessKnowledge,
  Decision,
  DecisionService,
  DmnModel,
  InputData,
  ItemDefinition,
} from '@millrace/core/decision'
import { createXmlWriter } from '../xml/index.ts'
import { writeExpression, writeFunction, writeParameters } from './write-boxed.ts'
import { element, present, type Writing, writeText, writeVariable } from './writing.ts'

const NAMESPACE = 'https://www.omg.org/spec/DMN/20230324/MODEL/'

/**
 * Writes a model as a file of DMN 1.5 that `readDmn` reads as the same model.
 *
 * @param imported the models it imports, which tell what its references to them are
 * @see DMN 1.5, DMN15.xsd
 */
export function writeDmn(model: DmnModel, imported: readonly DmnModel[] = []): string {
  const writer = createXmlWriter()
  const kinds = requirementKinds([model, ...imported])
  element(writer, ['definitions', rootOf(model)], () => {
    for (const { name, namespace } of model.imports) {
      element(writer, ['import', { name, namespace, importType: NAMESPACE }])
    }
    for (const one of model.itemDefinitions) writeType(writer, 'itemDefinition', one)
    for (const one of model.inputData) writeNamed(writer, ['inputData', one])
    for (const one of model.decisions) writeDecision(writer, one, kinds)
    for (const one of model.businessKnowledge) writeKnowledge(writer, one, kinds)
    for (const one of model.services) writeService(writer, one)
  })
  return writer.end()
}

function rootOf({ name, namespace }: DmnModel) {
  return { xmlns: NAMESPACE, id: 'definitions', name, namespace }
}

type Kinds = ReadonlyMap<string, 'requiredInput' | 'requiredDecision' | 'requiredKnowledge'>

/** What the elements of models are required as, by `namespace#id`; those of the first by `#id`, too. */
function requirementKinds(models: readonly DmnModel[]): Kinds {
  return new Map(
    models.flatMap((model, index) => {
      const { namespace, inputData, decisions, businessKnowledge, services } = model
      const kinds = [
        ...inputData.map(({ id }) => [id, 'requiredInput'] as const),
        ...decisions.map(({ id }) => [id, 'requiredDecision'] as const),
        ...[...businessKnowledge, ...services].map(({ id }) => [id, 'requiredKnowledge'] as const),
      ]
      return kinds.flatMap(([id, kind]) => [
        [`${namespace}#${id}`, kind] as const,
        ...(index === 0 ? [[`#${id}`, kind] as const] : []),
      ])
    }),
  )
}

function writeType(
  writer: Writing,
  tag: 'itemDefinition' | 'itemComponent',
  definition: ItemDefinition,
): void {
  const { name, typeRef, isCollection, allowedValues, typeConstraint, functionItem } = definition
  element(writer, [tag, { name, ...(isCollection ? { isCollection: 'true' } : {}) }], () => {
    if (typeRef !== null) writer.leaf('typeRef', typeRef)
    if (typeConstraint !== null)
      element(writer, ['typeConstraint', {}], () => writeText(writer, typeConstraint))
    if (allowedValues !== null) element(writer, ['allowedValues', {}], () => writeText(writer, allowedValues))
    for (const component of definition.components) writeType(writer, 'itemComponent', component)
    if (functionItem === null) return
    const { parameters, resultRef } = functionItem
    element(writer, ['functionItem', present({ outputTypeRef: resultRef })], () =>
      writeParameters(writer, 'parameters', parameters),
    )
  })
}

function writeNamed(writer: Writing, [name, of]: readonly [string, InputData], inside?: () => void): void {
  element(writer, [name, { id: of.id, name: of.name }], () => {
    writeVariable(writer, of)
    inside?.()
  })
}

function writeDecision(writer: Writing, decision: Decision, kinds: Kinds): void {
  writeNamed(writer, ['decision', decision], () => {
    writeRequirements(writer, decision.requires, kinds)
    if (decision.expression !== null) writeExpression(writer, decision.expression)
  })
}

function writeKnowledge(writer: Writing, knowledge: BusinessKnowledge, kinds: Kinds): void {
  writeNamed(writer, ['businessKnowledgeModel', knowledge], () => {
    if (knowledge.logic !== null) writeFunction(writer, 'encapsulatedLogic', knowledge.logic)
    writeRequirements(writer, knowledge.requires, kinds)
  })
}

function writeRequirements(writer: Writing, requires: readonly string[], kinds: Kinds): void {
  for (const href of requires) {
    const kind = kinds.get(href) ?? 'requiredInput'
    const name = kind === 'requiredKnowledge' ? 'knowledgeRequirement' : 'informationRequirement'
    element(writer, [name, {}], () => element(writer, [kind, { href }]))
  }
}

function writeService(writer: Writing, service: DecisionService): void {
  writeNamed(writer, ['decisionService', service], () => {
    const { outputDecisions, encapsulatedDecisions, inputDecisions, inputData } = service
    writeReferences(writer, 'outputDecision', outputDecisions)
    writeReferences(writer, 'encapsulatedDecision', encapsulatedDecisions)
    writeReferences(writer, 'inputDecision', inputDecisions)
    writeReferences(writer, 'inputData', inputData)
  })
}

function writeReferences(writer: Writing, name: string, hrefs: readonly string[]): void {
  for (const href of hrefs) element(writer, [name, { href }])
}
