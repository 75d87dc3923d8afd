import {
  type DmnProgram,
  type Explanation,
  evaluateDecision,
  explainOutcome,
  inputsFromJson,
} from '../../decision/index.ts'
import type { Variables } from '../engine/graph.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'
import type { BpmnWork } from '../model/bpmn-model.ts'

/** A decision that a rule task names: by its id in a compiled model. */
export type OfferedDecision = { readonly program: DmnProgram; readonly key: string }

/** What a decision was given and what came of it, for a decision log. */
export type RuleEntry = {
  readonly inputs: Variables
  readonly explanation: Explanation | null
  /** Why there is no answer: a code of `DMN_PROBLEM_CODES` or of FEEL; null: there is one. */
  readonly fault: string | null
}

/** What a rule task writes into its instance, and how that came about. */
export type RuleAnswer = { readonly values: Variables; readonly entry: RuleEntry }

/**
 * Answers a decision for the variables that are known where it is asked for. Only input data is taken from them:
 * whatever a decision requires is worked out, even when a variable has its name. Null for which there is a reason
 * is no answer; null because no rule matches is one.
 */
export function answerDecision(
  { program, key }: OfferedDecision,
  variables: Variables,
  moment: FeelMoment,
): RuleEntry {
  const inputs = inputsOf(program, variables)
  const decision = program.model.decisions.find(({ id }) => id === key)
  if (decision === undefined) return { inputs, explanation: null, fault: 'dmn.reference_unknown' }
  const outcome = evaluateDecision(program, {
    decision: decision.name,
    inputs: inputsFromJson(program, inputs),
    ...moment,
  })
  const explanation = explainOutcome(outcome)
  const [reason] = outcome.warnings
  return { inputs, explanation, fault: outcome.value === null && reason ? reason.code : null }
}

/**
 * Answers a business rule task. The result gets the name that the task gives it; without one the parts of a
 * context become variables by their names, and everything else is `decisionResult`.
 *
 * @see BPMN 2.0.2 §13.3.3, Business Rule Task
 */
export function answerRuleTask(
  { resultVariable }: Pick<BpmnWork, 'resultVariable'>,
  offered: OfferedDecision,
  { variables, moment }: { readonly variables: Variables; readonly moment: FeelMoment },
): RuleAnswer {
  const entry = answerDecision(offered, variables, moment)
  const output = entry.explanation?.output ?? null
  return { entry, values: entry.fault === null ? named(output, resultVariable) : {} }
}

function named(output: unknown, resultVariable: string | null): Variables {
  if (resultVariable !== null) return { [resultVariable]: output }
  const isContext = typeof output === 'object' && output !== null && !Array.isArray(output)
  return isContext ? { ...output } : { decisionResult: output }
}

function inputsOf({ model }: DmnProgram, variables: Variables): Variables {
  const names = [...model.inputData, ...model.imports].map(({ name }) => name)
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
  )
}
