import { sayProblem } from '@millrace/contract'
import {
  type DecisionOutcome,
  type DmnProgram,
  type FeelWarning,
  literalOf,
  toJson,
} from '@millrace/core/decision'

/** A decision with what came out of it. */
export type DecisionReport = {
  readonly decision: string
  readonly program: DmnProgram
  readonly problems: readonly string[]
  readonly outcome: DecisionOutcome
}

const RULES_SHOWN = 40

/** What was decided, and why, line by line for people. */
export function decisionAsText({ decision, outcome, problems }: DecisionReport): readonly string[] {
  const others = outcome.decisions.filter(({ name }) => name !== decision)
  return [
    `${decision}: ${literalOf(outcome.value)}`,
    ...section(
      'Decided on the way',
      others.map(({ name, value }) => `${name}: ${literalOf(value)}`),
    ),
    ...outcome.tables.flatMap((table) => section(`Table ${table.source}`, tableLines(table))),
    ...section('Wrong in the model', problems),
    ...section('Answered with null', outcome.warnings.map(warningLine)),
  ]
}

type Table = DecisionOutcome['tables'][number]

function tableLines({ inputs, columns, rules, chosen, output }: Table): readonly string[] {
  const given = inputs.map((value, index) => `${columns[index] ?? ''} = ${literalOf(value)}`)
  const shown = rules.slice(0, RULES_SHOWN).map((failed, index) => {
    if (failed !== null) return `rule ${index + 1} does not match: ${columns[failed] ?? ''}`
    return `rule ${index + 1} matches${chosen.includes(index) ? '' : ', but gives way'}`
  })
  const more = rules.length - RULES_SHOWN
  return [
    given.join(', '),
    ...shown,
    ...(more > 0 ? [`and ${more} more rules`] : []),
    `result: ${literalOf(output)}`,
  ]
}

function warningLine({ code, params, place }: FeelWarning): string {
  const column = place.to > 0 ? `, character ${place.from + 1}` : ''
  return `${place.source}${column}: ${sayProblem(code, params)}`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)]
}

/** The same as one JSON text. Numbers that JavaScript would change are texts, and so are dates and ranges. */
export function decisionAsJson({ decision, outcome, problems }: DecisionReport): string {
  return JSON.stringify(
    {
      decision,
      value: toJson(outcome.value),
      decisions: outcome.decisions.map(({ name, value }) => ({ name, value: toJson(value) })),
      tables: outcome.tables.map(({ source, columns, inputs, rules, chosen, output }) => ({
        table: source,
        inputs: columns.map((name, index) => ({ name, value: toJson(inputs[index] ?? null) })),
        rules: rules.map((failed, index) => ({
          rule: index + 1,
          matches: failed === null,
          failedInput: failed === null ? null : (columns[failed] ?? null),
          isChosen: chosen.includes(index),
        })),
        output: toJson(output),
      })),
      warnings: outcome.warnings.map((warning) => ({ ...warning, sentence: warningLine(warning) })),
      problems,
    },
    null,
    2,
  )
}
