import type { DecisionTable } from '@millrace/core/decision'
import type { EditedTable } from '@millrace/formats/dmn'

/** A table as an editor holds it: every part knows where it comes from. */
export function editedOf({
  hitPolicy,
  aggregation,
  inputs,
  outputs,
  annotations,
  rules,
}: DecisionTable): EditedTable {
  return {
    ...{ hitPolicy, aggregation },
    inputs: inputs.map(({ label, expression, typeRef, allowedValues }, from) => ({
      ...{ from, label, expression: expression.text, typeRef, allowedValues: allowedValues?.text ?? null },
    })),
    outputs: outputs.map(({ name, label, typeRef, allowedValues, defaultValue }, from) => ({
      ...{ from, name, label, typeRef },
      ...{ allowedValues: allowedValues?.text ?? null, defaultValue: defaultValue?.text ?? null },
    })),
    annotations: annotations.map((name, from) => ({ from, name })),
    rules: rules.map((rule, from) => ({
      from,
      inputs: rule.inputs.map(({ text }) => text),
      outputs: rule.outputs.map(({ text }) => text),
      annotations: rule.annotations,
    })),
  }
}
