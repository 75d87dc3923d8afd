import type { GraphFlow, GraphNode } from './graph.ts'
import { type Machine, variablesOf } from './machine.ts'
import type { Token } from './state.ts'

/**
 * Lets a token go on from its node: by the flows whose conditions hold. Where no flow leads on, it ends here.
 *
 * @see BPMN 2.0.2 §13.3.1 (flows), §13.4 (gateways)
 */
export function leave(machine: Machine, token: Token): void {
  const node = machine.node(token.node)
  const taken = flowsFrom(machine, token, node)
  if (taken === null) return
  machine.consume(token)
  for (const flow of taken) takeFlow(machine, token.scopeId, flow)
}

/** A token along a flow, to where it leads. */
export function takeFlow(machine: Machine, scopeId: number, flow: GraphFlow): void {
  const token = machine.place(scopeId, flow.to, { via: flow.index })
  machine.history.push({ kind: 'taken', at: flow.index, tokenId: token.id, scopeId })
}

/** Null: the token is halted. */
function flowsFrom(machine: Machine, token: Token, node: GraphNode): readonly GraphFlow[] | null {
  const flows = node.outgoing.flatMap((index) => machine.graph.flows[index] ?? [])
  if (node.type === 'parallelGateway' || flows.length === 0) return flows
  const isExclusive = node.type === 'exclusiveGateway'
  const isGateway = isExclusive || node.type === 'inclusiveGateway' || node.type === 'complexGateway'
  const chosen = chooseFlows(machine, token, { flows, node, isExclusive })
  if (chosen === null) return null
  const otherwise = machine.graph.flows[node.defaultFlow]
  // Flows without a condition are always taken; the default one when no condition holds.
  if (otherwise && !chosen.some(({ condition }) => isGateway || condition !== null))
    return [...chosen, otherwise]
  if (chosen.length > 0) return chosen
  machine.halt(token, 'no-flow', node.name || node.id)
  return null
}

type Choice = {
  readonly flows: readonly GraphFlow[]
  readonly node: GraphNode
  readonly isExclusive: boolean
}

function chooseFlows(
  machine: Machine,
  token: Token,
  { flows, node, isExclusive }: Choice,
): readonly GraphFlow[] | null {
  const variables = variablesOf(machine, token)
  const chosen: GraphFlow[] = []
  for (const flow of flows) {
    if (flow.index === node.defaultFlow) continue
    const answer = flow.condition ? flow.condition(variables) : { ok: true as const, value: true }
    if (!answer.ok) {
      machine.halt(token, 'expression', answer.fault)
      return null
    }
    if (answer.value !== true) continue
    chosen.push(flow)
    if (isExclusive) break
  }
  return chosen
}
