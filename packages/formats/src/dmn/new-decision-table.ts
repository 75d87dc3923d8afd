import type { DecisionTable, DmnModel } from '@millrace/core/decision'
import { writeDmn } from './write-dmn.ts'

/** What a new decision is called, and its first table. */
export type NewDecisionTable = {
  readonly name: string
  /** What business rule tasks name; an XML name. */
  readonly key: string
  readonly table: Pick<DecisionTable, 'hitPolicy' | 'aggregation' | 'inputs' | 'outputs' | 'annotations'> & {
    readonly rules: readonly {
      readonly inputs: readonly string[]
      readonly outputs: readonly string[]
      readonly annotations: readonly string[]
    }[]
  }
}

/** What names something that is given, and is not worked out. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*(?: [\p{L}\p{N}_]+)*$/u

/** A whole file of DMN 1.5 with one decision table; what its columns ask for is declared as input data. */
export function newDecisionTable({ name, key, table }: NewDecisionTable): string {
  const asked = new Map(
    table.inputs
      .map(({ expression, typeRef }) => [expression.text.trim(), typeRef] as const)
      .filter(([text]) => PLAIN_NAME.test(text)),
  )
  const inputData = [...asked].map(([input, typeRef], index) => ({
    ...{ id: `${key}_input_${index + 1}`, name: input, typeRef, line: 0 },
  }))
  const toText = (text: string) => ({ text, line: 0 })
  const [only] = table.outputs
  const expression: DecisionTable = {
    ...{ kind: 'decision-table', typeRef: null, line: 0, ...table },
    rules: table.rules.map((rule, index) => ({
      id: `${key}_rule_${index + 1}`,
      inputs: rule.inputs.map(toText),
      outputs: rule.outputs.map(toText),
      annotations: rule.annotations,
      line: 0,
    })),
  }
  const typeRef = table.outputs.length === 1 && isSingle(table.hitPolicy) ? (only?.typeRef ?? null) : null
  const model: DmnModel = {
    ...{ name, namespace: `urn:millrace:dmn:${key}`, imports: [], itemDefinitions: [], inputData },
    ...{ businessKnowledge: [], services: [] },
    decisions: [
      { id: key, name, typeRef, line: 0, requires: inputData.map(({ id }) => `#${id}`), expression },
    ],
  }
  return writeDmn(model)
}

/** Whether one rule makes the result; it is a list otherwise. */
function isSingle(hitPolicy: DecisionTable['hitPolicy']): boolean {
  return ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY'].includes(hitPolicy)
}
