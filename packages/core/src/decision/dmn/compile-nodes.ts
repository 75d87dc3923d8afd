import { createFunction } from '../feel/compile/function-value.ts'
import { Scope } from '../feel/compile/scope.ts'
import { ANY, coerce } from '../feel/values/type.ts'
import { type FeelFunction, type FeelType, type FeelValue, isKind, kindOf } from '../feel/values/value.ts'
import { compileBoxed, compileDefinition } from './boxed/compile-boxed.ts'
import { type Spot, tellAt } from './environment.ts'
import { bindingsOf, keyOf, type Link, type LinkedModel, resultType } from './link.ts'
import type { BusinessKnowledge, Decision, DecisionService, InputData } from './model.ts'
import { createSession, givenFor, type Node, once, type Session } from './node.ts'

/** A value that a type does not allow is null, with a warning. */
function checked(
  value: FeelValue,
  type: FeelType,
  { name, session }: { readonly name: string; readonly session: Session },
) {
  const fitting = coerce(value, type)
  if (fitting !== undefined) return fitting
  return session.run.warn('dmn.type', { name, kind: kindOf(value) }, { source: name, from: 0, to: 0 })
}

export function compileInput(linked: LinkedModel, { id, name, typeRef, line }: InputData): Node {
  const key = keyOf(linked.model, id)
  const type = linked.types.resolve(typeRef, { path: name, line })
  const work = (session: Session) =>
    checked(givenFor(session, { key, name }) ?? null, type, { name, session })
  return { key, name, kind: 'input', type, requires: [], read: once(key, work) }
}

/** Frames that a decision takes around those it requires. */
const DECISION_LEVELS = 10

export function compileDecision(linked: LinkedModel, decision: Decision, link: Link): Node {
  const { id, name, typeRef, line, expression } = decision
  const key = keyOf(linked.model, id)
  const requires = decision.requires.map((reference) => keyOf(linked.model, reference))
  const bindings = bindingsOf(linked, requires, link)
  const spot = spotOf(linked, name, bindings)
  const type = linked.types.resolve(typeRef, { path: name, line })
  if (expression === null) tellAt(spot, 'dmn.no_expression', { line })
  const evaluate = expression === null ? () => null : compileBoxed(expression, spot)
  const work = (session: Session) => {
    const given = givenFor(session, { key, name })
    if (given !== undefined) return checked(given, type, { name, session })
    const place = { source: name, from: 0, to: 0 }
    const value = session.run.descend(DECISION_LEVELS, place, () => {
      const values = bindings.map(({ read }) => read(session))
      return evaluate({ values, parent: null, run: session.run })
    })
    return checked(value, type, { name, session })
  }
  return { key, name, kind: 'decision', type, requires, read: once(key, work) }
}

function spotOf(linked: LinkedModel, name: string, bindings: readonly { readonly name: string }[]): Spot {
  const names = bindings.map((binding) => binding.name)
  return { environment: linked.environment, scope: new Scope(names, null), path: name }
}

export function compileKnowledge(linked: LinkedModel, knowledge: BusinessKnowledge, link: Link): Node {
  const { id, name, typeRef, line, logic } = knowledge
  const key = keyOf(linked.model, id)
  const requires = knowledge.requires.map((reference) => keyOf(linked.model, reference))
  const bindings = bindingsOf(linked, requires, link)
  const spot = spotOf(linked, name, bindings)
  const type = resultType(linked.types.resolve(typeRef, { path: name, line }))
  if (logic === null) tellAt(spot, 'dmn.no_expression', { line })
  const evaluate = logic === null ? () => null : compileDefinition(logic, spot)
  /** What it requires may require it again, so that its names are looked up when it is called. */
  const work = (session: Session) =>
    lazily(
      () => {
        const values = bindings.map(({ read }) => read(session))
        return evaluate({ values, parent: null, run: session.run })
      },
      { name, type, parameters: logic?.parameters.map((parameter) => parameter.name) ?? [] },
    )
  return { key, name, kind: 'knowledge', type, requires, read: once(key, work) }
}

type Described = { readonly name: string; readonly type: FeelType; readonly parameters: readonly string[] }

function lazily(make: () => FeelValue, { name, type, parameters }: Described): FeelFunction {
  return {
    kind: 'function',
    signature: { parameters: parameters.map((parameter) => ({ name: parameter, type: ANY })), result: type },
    takes: (count) => count === parameters.length,
    invoke: (given, call) => {
      const made = make()
      if (!isKind(made, 'function')) return call.run.warn('dmn.broken', { name }, call.place)
      const value = made.invoke(given, call)
      const fitting = coerce(value, type)
      if (fitting !== undefined) return fitting
      return call.run.warn('dmn.type', { name, kind: kindOf(value) }, call.place)
    },
  }
}

/** Deep enough for the decisions behind a service. */
const SERVICE_LEVELS = 100

/** A decision service is a function of its input data and, behind them, its input decisions. @see DMN 1.5 §10.4 */
export function compileService(linked: LinkedModel, service: DecisionService, link: Link): Node {
  const { id, name, typeRef, line } = service
  const key = keyOf(linked.model, id)
  const toKeys = (references: readonly string[]) =>
    references.map((reference) => keyOf(linked.model, reference))
  const inputs = [...toKeys(service.inputData), ...toKeys(service.inputDecisions)]
  const outputs = toKeys(service.outputDecisions)
  const type = resultType(linked.types.resolve(typeRef, { path: name, line }))
  const work = () => {
    const nodes = inputs.map((input) => link.nodes.get(input))
    const parameters = nodes.map((node) => ({ name: node?.name ?? '', type: node?.type ?? ANY }))
    return createFunction({
      signature: { parameters, result: type },
      levels: SERVICE_LEVELS,
      body: (values, { run }) => {
        const given = new Map(inputs.map((input, index) => [input, values[index] ?? null]))
        return outputOf(outputs, createSession(run, { given }), link)
      },
    })
  }
  return { key, name, kind: 'service', type, requires: [...inputs, ...outputs], read: once(key, work) }
}

/** One output is the result by itself; several are a context. */
function outputOf(outputs: readonly string[], session: Session, { nodes }: Link): FeelValue {
  const parts = outputs.map(
    (output) => [nodes.get(output)?.name ?? '', nodes.get(output)?.read(session) ?? null] as const,
  )
  const [only] = parts
  const place = { source: 'service', from: 0, to: 0 }
  return parts.length === 1 && only !== undefined ? only[1] : session.run.keep(new Map(parts), place)
}
