import type { FeelWarning } from '../feel/compile/evaluation.ts'
import { toJson } from '../feel/values/json.ts'
import type { DecisionOutcome } from './evaluate.ts'

/** How one table was decided. Rules are counted from 0. */
export type ExplainedTable = {
  /** The decision, and the part of it. */
  readonly table: string
  readonly inputs: readonly { readonly name: string; readonly value: unknown }[]
  readonly matched: readonly number[]
  /** Those of them that made the result. */
  readonly chosen: readonly number[]
  readonly output: unknown
}

/** What explains a decision, as JSON. */
export type Explanation = {
  readonly output: unknown
  readonly tables: readonly ExplainedTable[]
  /** What was answered with null on the way, and why. */
  readonly warnings: readonly Pick<FeelWarning, 'code' | 'params' | 'place'>[]
}

/** Warnings that are told of one evaluation. */
const WARNINGS_MAX = 50

/** The outcome of an evaluation as it is kept in a decision log. */
export function explainOutcome({ value, tables, warnings }: DecisionOutcome): Explanation {
  return {
    output: toJson(value),
    tables: tables.map(({ source, columns, inputs, rules, chosen, output }) => ({
      table: source,
      inputs: columns.map((name, index) => ({ name, value: toJson(inputs[index] ?? null) })),
      matched: rules.flatMap((failed, index) => (failed === null ? [index] : [])),
      chosen,
      output: toJson(output),
    })),
    warnings: warnings.slice(0, WARNINGS_MAX),
  }
}
