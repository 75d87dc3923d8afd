import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Decision, DecisionTable, DmnModel } from '@millrace/core/decision'
import { type EditedTable, editTable, readDmn, writeDmn } from '@millrace/formats/dmn'

/** Files that come out otherwise when they are written anew, or when nothing in their tables is changed. */
export type Rewritten = {
  readonly files: number
  readonly tables: number
  readonly misses: readonly string[]
}

/** Writes every model of a folder anew, and puts each of its tables back as it is. */
export function rewriteGroup(folder: string): Rewritten {
  const models = readdirSync(folder)
    .filter((name) => name.endsWith('.dmn'))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const read = readDmn(bytes)
      return read.ok
        ? [{ path: join(folder, name), xml: bytes.toString('utf8'), model: read.value.model }]
        : []
    })
  const all = models.map(({ model }) => model)
  const tables = models.flatMap(({ path, xml, model }) =>
    model.decisions.flatMap((decision) => {
      const { expression } = decision
      return expression?.kind === 'decision-table' ? [{ path, xml, decision, expression }] : []
    }),
  )
  return {
    files: models.length,
    tables: tables.length,
    misses: [
      ...models.filter(({ model }) => !isSame(model, all)).map(({ path }) => `${path}: written otherwise`),
      ...tables.filter(isChanged).map(({ path, decision }) => `${path}: ${decision.name} is changed`),
    ],
  }
}

function isSame(model: DmnModel, all: readonly DmnModel[]): boolean {
  const again = readDmn(new TextEncoder().encode(writeDmn(model, all)))
  return again.ok && isDeepStrictEqual(withoutLines(again.value.model), withoutLines(model))
}

function withoutLines(model: DmnModel): unknown {
  return JSON.parse(JSON.stringify(model, (key, part: unknown) => (key === 'line' ? undefined : part)))
}

type Tabled = { readonly xml: string; readonly decision: Decision; readonly expression: DecisionTable }

function isChanged({ xml, decision, expression }: Tabled): boolean {
  const edited = editTable(xml, decision.id, asItIs(expression))
  return !edited.ok || edited.value !== xml
}

function asItIs({ hitPolicy, aggregation, inputs, outputs, annotations, rules }: DecisionTable): EditedTable {
  return {
    ...{ hitPolicy, aggregation },
    inputs: inputs.map(({ expression, allowedValues, ...input }, from) => ({
      ...{ ...input, from, expression: expression.text, allowedValues: allowedValues?.text ?? null },
    })),
    outputs: outputs.map(({ allowedValues, defaultValue, ...output }, from) => ({
      ...{ ...output, from },
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
