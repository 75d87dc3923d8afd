import { same } from '../feel/values/equality.ts'
import { fromJson, toJson } from '../feel/values/json.ts'
import type { DmnProgram } from './compile-model.ts'
import { type DecisionOutcome, evaluateDecision, findNode, inputsFromJson } from './evaluate.ts'

/** An example that a decision is held to. Values are JSON. */
export type DecisionCase = {
  /** The name of the decision. */
  readonly decision: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: unknown
}

/** Evaluates an example, and says whether what comes out is what was expected. */
export function checkCase(
  program: DmnProgram,
  { decision, inputs, expected }: DecisionCase,
  moment: { readonly now: number; readonly zone: string },
): { readonly passes: boolean; readonly outcome: DecisionOutcome } {
  const request = { decision, inputs: inputsFromJson(program, inputs), ...moment }
  const outcome = evaluateDecision(program, request)
  const typed = fromJson(expected, findNode(program, decision)?.type ?? null)
  return { passes: same(outcome.value, typed) || isSameJson(toJson(outcome.value), expected), outcome }
}

/** Where no type says that a text is a date, dates are told by their texts. */
function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)])
}
