import { beginEvaluation, type FeelWarning } from '../feel/compile/evaluation.ts'
import { fromJson } from '../feel/values/json.ts'
import { type FeelContext, type FeelValue, isKind, type TableRecord } from '../feel/values/value.ts'
import type { DmnProgram } from './compile-model.ts'
import { createSession, type Node, type Session } from './node.ts'

/** What to evaluate, with what, and when. */
export type DecisionRequest = {
  /** The name of a decision, or of a decision service of the model. */
  readonly decision: string
  /** Values by the names of input data; those of imported models within a context of the import's name. */
  readonly inputs: FeelContext
  /** The moment taken as now, milliseconds since 1970. */
  readonly now: number
  /** Where the clocks of `now()` and `today()` stand, an IANA name. */
  readonly zone: string
}

/** What came out, and how: the entry of a decision log. */
export type DecisionOutcome = {
  readonly value: FeelValue
  /** Every decision that was worked out on the way, in the order in which they were finished, imported ones first. */
  readonly decisions: readonly { readonly name: string; readonly value: FeelValue }[]
  /** Every table, with the rules that matched and for the others the input that did not. */
  readonly tables: readonly TableRecord[]
  readonly warnings: readonly FeelWarning[]
}

/** The element of that name; `undefined` when the model has none. */
export function findNode(
  { nodes, model }: DmnProgram,
  name: string,
  kinds: readonly Node['kind'][] = ['decision', 'service'],
): Node | undefined {
  return [...nodes.values()].find(
    (node) => node.name === name && kinds.includes(node.kind) && node.key.startsWith(`${model.namespace}#`),
  )
}

/**
 * Evaluates one decision with everything it needs. A decision that the model does not have gives null.
 *
 * @returns the value, and what explains it; what went wrong is null with a warning, as DMN has it
 */
export function evaluateDecision(program: DmnProgram, request: DecisionRequest): DecisionOutcome {
  const { run, warnings, tables } = beginEvaluation(request.now, request.zone)
  const session = createSession(run, { inputs: request.inputs })
  const node = findNode(program, request.decision)
  const value = node === undefined ? null : valueOf(node, request, session)
  return { value, decisions: decisionsIn(session, program, ''), tables, warnings }
}

/** Those of imported models first, with the names of their imports before them. */
function decisionsIn(
  { results, imports }: Session,
  program: DmnProgram,
  prefix: string,
): DecisionOutcome['decisions'] {
  const imported = [...imports].flatMap(([name, inner]) =>
    decisionsIn(inner, program, name === '' ? prefix : `${prefix}${name}.`),
  )
  const own = [...results].flatMap(([key, value]) => {
    const of = program.nodes.get(key)
    return of?.kind === 'decision' ? [{ name: `${prefix}${of.name}`, value }] : []
  })
  return [...imported, ...own]
}

/** The same decision for many inputs. */
export function evaluateMany(
  program: DmnProgram,
  { decision, now, zone }: Omit<DecisionRequest, 'inputs'>,
  rows: readonly FeelContext[],
): readonly DecisionOutcome[] {
  return rows.map((inputs) => evaluateDecision(program, { decision, inputs, now, zone }))
}

/** A service is called with the inputs of its parameters' names. */
function valueOf(node: Node, { inputs }: DecisionRequest, session: Session): FeelValue {
  const value = node.read(session)
  if (node.kind !== 'service' || !isKind(value, 'function')) return value
  const names = value.signature?.parameters.map(({ name }) => name) ?? []
  const positional = names.map((name) => inputs.get(name) ?? null)
  const place = { source: node.name, from: 0, to: 0 }
  return value.invoke({ positional, named: null }, { run: session.run, place })
}

/** Inputs from JSON, with texts as the dates and numbers that the types of the model ask for. */
export function inputsFromJson(program: DmnProgram, json: Readonly<Record<string, unknown>>): FeelContext {
  return new Map(
    Object.entries(json).map(([name, value]) => {
      const node = findNode(program, name, ['input', 'decision'])
      return [name, fromJson(value, node?.type ?? null)]
    }),
  )
}
