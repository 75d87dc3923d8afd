import type { DecisionTable, FeelText, TableInput, TableOutput, TableRule } from '@millrace/core/decision'
import { element, present, type Writing, writeText } from './writing.ts'

/** A decision table. */
export function writeTable(writer: Writing, table: DecisionTable): void {
  const { hitPolicy, aggregation, typeRef } = table
  element(writer, ['decisionTable', present({ hitPolicy, aggregation, typeRef })], () => {
    for (const input of table.inputs) writeInput(writer, input)
    for (const output of table.outputs) writeOutput(writer, output)
    for (const name of table.annotations) element(writer, ['annotation', { name }])
    for (const rule of table.rules) writeRule(writer, rule)
  })
}

export function writeInput(writer: Writing, { label, expression, typeRef, allowedValues }: TableInput): void {
  element(writer, ['input', present({ label })], () => {
    element(writer, ['inputExpression', present({ typeRef })], () => writeText(writer, expression))
    writeTests(writer, 'inputValues', allowedValues)
  })
}

export function writeOutput(writer: Writing, output: TableOutput): void {
  const { name, label, typeRef, allowedValues, defaultValue } = output
  element(writer, ['output', present({ name, label, typeRef })], () => {
    writeTests(writer, 'outputValues', allowedValues)
    writeTests(writer, 'defaultOutputEntry', defaultValue)
  })
}

function writeTests(writer: Writing, name: string, text: FeelText | null): void {
  if (text !== null) element(writer, [name, {}], () => writeText(writer, text))
}

export function writeRule(writer: Writing, { id, inputs, outputs, annotations }: TableRule): void {
  element(writer, ['rule', present({ id })], () => {
    for (const entry of inputs) element(writer, ['inputEntry', {}], () => writeText(writer, entry))
    for (const entry of outputs) element(writer, ['outputEntry', {}], () => writeText(writer, entry))
    for (const text of annotations) {
      element(writer, ['annotationEntry', {}], () => writeText(writer, { text }))
    }
  })
}
