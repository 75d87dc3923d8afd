import type { BusinessKnowledge, Decision, DecisionService, InputData } from '@millrace/core/decision'
import { findExpression, readFunction } from './read-boxed.ts'
import { type Reading, tell, typeRefOf } from './reading.ts'
import { attribute, child, childrenOf, type XmlElement } from './xml-tree.ts'

/** What every element of a model has; one without a name is left out. */
function named(element: XmlElement, reading: Reading): InputData | null {
  const name = attribute(element, 'name')
  if (name === null) {
    tell(reading, 'dmn.attribute_missing', { line: element.line, element: element.name })
    return null
  }
  const variable = child(element, 'variable')
  const typeRef = typeRefOf(variable, reading)
  return { id: attribute(element, 'id') ?? name, name, typeRef, line: element.line }
}

function each<Item>(
  root: XmlElement,
  name: string,
  read: (element: XmlElement) => Item | null,
): readonly Item[] {
  return childrenOf(root, name).flatMap((element) => {
    const item = read(element)
    return item === null ? [] : [item]
  })
}

export function readInputData(root: XmlElement, reading: Reading): readonly InputData[] {
  return each(root, 'inputData', (element) => named(element, reading))
}

/** The references of requirements, such as `requiredInput` within `informationRequirement`. */
function required(element: XmlElement): readonly string[] {
  return ['informationRequirement', 'knowledgeRequirement'].flatMap((name) =>
    childrenOf(element, name).flatMap((requirement) =>
      ['requiredInput', 'requiredDecision', 'requiredKnowledge'].flatMap((kind) =>
        references(requirement, kind),
      ),
    ),
  )
}

function references(element: XmlElement, name: string): readonly string[] {
  return childrenOf(element, name).flatMap((reference) => attribute(reference, 'href') ?? [])
}

export function readDecisions(root: XmlElement, reading: Reading): readonly Decision[] {
  return each(root, 'decision', (element) => {
    const base = named(element, reading)
    if (base === null) return null
    return { ...base, requires: required(element), expression: findExpression(element, reading) }
  })
}

export function readKnowledge(root: XmlElement, reading: Reading): readonly BusinessKnowledge[] {
  return each(root, 'businessKnowledgeModel', (element) => {
    const base = named(element, reading)
    if (base === null) return null
    const logic = child(element, 'encapsulatedLogic')
    return {
      ...base,
      requires: required(element),
      logic: logic === undefined ? null : readFunction(logic, reading),
    }
  })
}

export function readServices(root: XmlElement, reading: Reading): readonly DecisionService[] {
  return each(root, 'decisionService', (element) => {
    const base = named(element, reading)
    if (base === null) return null
    return {
      ...base,
      outputDecisions: references(element, 'outputDecision'),
      encapsulatedDecisions: references(element, 'encapsulatedDecision'),
      inputDecisions: references(element, 'inputDecision'),
      inputData: references(element, 'inputData'),
    }
  })
}
