import type { Variables } from './graph.ts'
import { type Machine, writeVariables } from './machine.ts'
import { cancelToken, emptyScope, openScope } from './scope.ts'
import type { Token, Wait } from './state.ts'
import { rearm } from './wait.ts'

/** Something that was waited for has happened. */
export function fireWait(machine: Machine, wait: Wait, values: Variables): void {
  const token = machine.tokens.get(wait.tokenId)
  if (token === undefined) return fireStart(machine, wait, values)
  const node = machine.node(wait.node)
  if (node.type === 'boundaryEvent') {
    if (!node.isInterrupting) rearm(machine, wait)
    return fireBoundary(machine, { token, boundary: wait.node, values })
  }
  for (const other of machine.waitsOf(token.id)) machine.waits.delete(other.id)
  const caught = machine.node(token.node).type === 'eventBasedGateway' ? chosen(machine, token, wait) : token
  machine.tell('caught', caught)
  machine.complete(caught, values)
}

/** The gateway is left by the flow to the event that came first. */
function chosen(machine: Machine, token: Token, { node: target }: Wait): Token {
  const flow = machine
    .node(token.node)
    .outgoing.flatMap((index) => machine.graph.flows[index] ?? [])
    .find(({ to }) => to === target)
  machine.tell('left', token)
  if (flow) machine.history.push({ kind: 'taken', at: flow.index, tokenId: token.id, scopeId: token.scopeId })
  return machine.change(token, { node: target, via: flow?.index ?? -1 })
}

function fireStart(machine: Machine, wait: Wait, values: Variables): void {
  rearm(machine, wait)
  const start = machine.node(wait.node)
  startEventSubProcess(machine, { scopeId: wait.scopeId, node: start.scope, start: wait.node, values })
}

/** An event on the boundary of an activity: it interrupts it, or goes on beside it. */
export function fireBoundary(
  machine: Machine,
  fired: { readonly token: Token; readonly boundary: number; readonly values: Variables },
): void {
  const { token, boundary, values } = fired
  if (machine.node(boundary).isInterrupting) cancelToken(machine, token.id)
  writeVariables(machine, token.scopeId, values)
  goOnFrom(machine, token.scopeId, boundary)
}

/** A token that begins at an event which has happened. */
export function goOnFrom(machine: Machine, scopeId: number, node: number): void {
  const token = machine.queue(scopeId, node, {})
  const begun = machine.change(token, { state: 'waiting' })
  machine.tell('caught', begun)
  machine.goOn(begun)
}

/** What begins an event sub-process, and where. */
export type EventStart = {
  readonly scopeId: number
  readonly node: number
  readonly start: number
  readonly values: Variables
}

/** An event sub-process begins: instead of what went on in its scope, or beside it. @see BPMN 2.0.2 §13.5.4 */
export function startEventSubProcess(machine: Machine, { scopeId, node, start, values }: EventStart): void {
  const scope = openScope(machine, { parentId: scopeId, node, kind: 'event', tokenId: -1, variables: values })
  if (machine.node(start).isInterrupting) {
    emptyScope(machine, scopeId, scope.id)
    for (const wait of machine.waits.values())
      if (wait.scopeId === scopeId && wait.tokenId === -1) machine.waits.delete(wait.id)
  }
  goOnFrom(machine, scope.id, start)
  for (const implicit of machine.node(node).implicitStarts) machine.place(scope.id, implicit)
}
