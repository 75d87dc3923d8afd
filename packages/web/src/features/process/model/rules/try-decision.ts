import {
  checkCase,
  type Decision,
  type Explanation,
  evaluateDecision,
  explainOutcome,
  inputsFromJson,
} from '@millrace/core/decision'
import type { LookedAt } from './looked-at.ts'

/** When and where it is decided. */
type Moment = { readonly now: number; readonly zone: string }

/** Which rules of its own table a decision went through; null: it is no table. */
export type TriedRules = { readonly matched: readonly number[]; readonly chosen: readonly number[] } | null

/** What came of asking a decision. */
export type Tried = { readonly explanation: Explanation; readonly rules: TriedRules }

/** Asks a decision as it is written just now. */
export function tryDecision(
  { program }: LookedAt,
  { name }: Decision,
  asked: Moment & { readonly values: Readonly<Record<string, unknown>> },
): Tried {
  const { now, zone, values } = asked
  const inputs = inputsFromJson(program, values)
  const explanation = explainOutcome(evaluateDecision(program, { decision: name, inputs, now, zone }))
  return { explanation, rules: rulesOf(explanation, name) }
}

/** The rules of the table of a decision that an explanation tells of. */
export function rulesOf({ tables }: Pick<Explanation, 'tables'>, name: string): TriedRules {
  return tables.find(({ table }) => table === name) ?? null
}

/** An example that is held to, and what came of it just now. */
export type Checked = {
  readonly id: string
  readonly name: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: unknown
  readonly passes: boolean
  readonly output: unknown
}

type Example = Omit<Checked, 'passes' | 'output'> & { readonly key: string }

/** Tries the examples of one decision. */
export function tryExamples(
  { program }: LookedAt,
  decision: Decision,
  { examples, ...moment }: Moment & { readonly examples: readonly Example[] },
): readonly Checked[] {
  return examples
    .filter(({ key }) => key === decision.id)
    .map(({ key: _key, ...example }) => {
      const held = { ...example, decision: decision.name }
      const { passes, outcome } = checkCase(program, held, moment)
      return { ...example, passes, output: explainOutcome(outcome).output }
    })
}
