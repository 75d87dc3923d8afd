import type {
  BoxedExpression,
  BusinessKnowledge,
  Decision,
  DecisionTable,
  DmnModel,
  FeelText,
  FormalParameter,
  InputData,
  ItemDefinition,
} from '../model.ts'

/** A text of FEEL. */
export function text(of: string): FeelText {
  return { text: of, line: 1 }
}

export function literal(of: string, typeRef: string | null = null): BoxedExpression {
  return { kind: 'literal', text: text(of), typeRef, line: 1, language: null }
}

export function input(name: string, typeRef: string | null = null): InputData {
  return { id: name, name, typeRef, line: 1 }
}

export function decision(
  name: string,
  expression: BoxedExpression | null,
  {
    requires = [],
    typeRef = null,
  }: { readonly requires?: readonly string[]; readonly typeRef?: string | null } = {},
): Decision {
  return {
    id: name,
    name,
    typeRef,
    line: 1,
    requires: requires.map((id) => (id.includes('#') ? id : `#${id}`)),
    expression,
  }
}

export function knowledge(
  name: string,
  parameters: readonly FormalParameter[],
  body: BoxedExpression,
  requires: readonly string[] = [],
): BusinessKnowledge {
  return {
    id: name,
    name,
    typeRef: null,
    line: 1,
    requires: requires.map((id) => `#${id}`),
    logic: { kind: 'function', language: 'FEEL', parameters, body, typeRef: null, line: 1 },
  }
}

export function type(name: string, parts: Partial<ItemDefinition>): ItemDefinition {
  return {
    name,
    typeRef: null,
    isCollection: false,
    components: [],
    allowedValues: null,
    typeConstraint: null,
    functionItem: null,
    line: 1,
    ...parts,
  }
}

/** A table of texts: rules are lists of entries, inputs before outputs. */
export function table(
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly string[])[],
  more: Partial<DecisionTable> = {},
): DecisionTable {
  return {
    kind: 'decision-table',
    typeRef: null,
    line: 1,
    hitPolicy: 'UNIQUE',
    aggregation: null,
    inputs: inputs.map((name) => ({
      label: name,
      expression: text(name),
      typeRef: null,
      allowedValues: null,
    })),
    outputs: outputs.map((name) => ({
      name: outputs.length > 1 ? name : null,
      label: name,
      typeRef: null,
      allowedValues: null,
      defaultValue: null,
    })),
    annotations: [],
    rules: rules.map((entries, index) => ({
      id: null,
      inputs: entries.slice(0, inputs.length).map(text),
      outputs: entries.slice(inputs.length).map(text),
      annotations: [],
      line: index + 2,
    })),
    ...more,
  }
}

export function model(parts: Partial<DmnModel>): DmnModel {
  return {
    name: 'Test',
    namespace: 'test',
    imports: [],
    itemDefinitions: [],
    inputData: [],
    decisions: [],
    businessKnowledge: [],
    services: [],
    ...parts,
  }
}
