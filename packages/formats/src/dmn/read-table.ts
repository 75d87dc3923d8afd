import {
  AGGREGATIONS,
  type Aggregation,
  type DecisionTable,
  type FeelText,
  HIT_POLICIES,
  type HitPolicy,
  type TableInput,
  type TableOutput,
  type TableRule,
} from '@millrace/core/decision'
import { attribute, child, childrenOf, type XmlElement } from '../xml/index.ts'
import { type Reading, tell, textIn, typeRefOf } from './reading.ts'

/** A decision table. */
export function readTable(element: XmlElement, reading: Reading): DecisionTable {
  return {
    kind: 'decision-table',
    typeRef: typeRefOf(element, reading),
    line: element.line,
    hitPolicy: readHitPolicy(element, reading),
    aggregation: readAggregation(element, reading),
    inputs: childrenOf(element, 'input').map((input) => readInput(input, reading)),
    outputs: childrenOf(element, 'output').map((output) => readOutput(output, reading)),
    annotations: childrenOf(element, 'annotation').map((one) => attribute(one, 'name') ?? ''),
    rules: childrenOf(element, 'rule').map(readRule),
  }
}

function readHitPolicy(element: XmlElement, reading: Reading): HitPolicy {
  const value = attribute(element, 'hitPolicy')
  if (value === null) return 'UNIQUE'
  const known = HIT_POLICIES.find((policy) => policy === value.toUpperCase())
  if (known === undefined) tell(reading, 'dmn.hit_policy_unknown', { line: element.line, value })
  return known ?? 'UNIQUE'
}

function readAggregation(element: XmlElement, reading: Reading): Aggregation | null {
  const value = attribute(element, 'aggregation')
  if (value === null) return null
  const known = AGGREGATIONS.find((aggregation) => aggregation === value.toUpperCase())
  if (known === undefined) tell(reading, 'dmn.hit_policy_unknown', { line: element.line, value })
  return known ?? null
}

function readInput(element: XmlElement, reading: Reading): TableInput {
  const expression = child(element, 'inputExpression')
  return {
    label: attribute(element, 'label'),
    expression: textIn(expression) ?? { text: 'null', line: element.line },
    typeRef: typeRefOf(expression, reading),
    allowedValues: textIn(child(element, 'inputValues')),
  }
}

function readOutput(element: XmlElement, reading: Reading): TableOutput {
  return {
    name: attribute(element, 'name'),
    label: attribute(element, 'label'),
    typeRef: typeRefOf(element, reading),
    allowedValues: textIn(child(element, 'outputValues')),
    defaultValue: textIn(child(element, 'defaultOutputEntry')),
  }
}

function readRule(element: XmlElement): TableRule {
  const entries = (name: string): readonly FeelText[] =>
    childrenOf(element, name).map((entry) => textIn(entry) ?? { text: '', line: entry.line })
  return {
    id: attribute(element, 'id'),
    inputs: entries('inputEntry'),
    outputs: entries('outputEntry'),
    annotations: entries('annotationEntry').map(({ text }) => text.trim()),
    line: element.line,
  }
}
