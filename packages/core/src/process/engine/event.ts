import { tellMessage } from './activity.ts'
import { beginUndoing, cancelTransaction } from './compensate.ts'
import type { GraphNode } from './graph.ts'
import type { Machine } from './machine.ts'
import { emptyScope } from './scope.ts'
import type { Token } from './state.ts'
import { fail, throwSignal, throwUp } from './throw.ts'
import { armEvent } from './wait.ts'

/** A token has come to an event. @see BPMN 2.0.2 §13.5 */
export function comeToEvent(machine: Machine, token: Token, node: GraphNode): void {
  switch (node.type) {
    case 'intermediateCatchEvent':
      if (node.event.kind === 'none' || node.event.kind === 'link') return machine.goOn(token)
      return armEvent(machine, { scopeId: token.scopeId, tokenId: token.id, node: token.node })
    case 'intermediateThrowEvent':
    case 'endEvent':
      return throwEvent(machine, token, node)
    default:
      return machine.goOn(token)
  }
}

function throwEvent(machine: Machine, token: Token, { event, linkTargets }: GraphNode): void {
  switch (event.kind) {
    case 'message':
      if (tellMessage(machine, token)) machine.goOn(token)
      return
    case 'signal':
      throwSignal(machine, token)
      return goOnIfStill(machine, token)
    case 'escalation':
      throwUp(machine, { kind: 'escalation', code: event.code, scopeId: token.scopeId, values: {} })
      return goOnIfStill(machine, token)
    case 'error':
      return throwError(machine, token, event.code)
    case 'compensate':
      return beginUndoing(machine, token, event.node)
    case 'cancel':
      return cancelTransaction(machine, token)
    case 'terminate':
      emptyScope(machine, token.scopeId)
      machine.agenda.push({ kind: 'settle', scopeId: token.scopeId })
      return
    case 'link':
      machine.consume(token)
      for (const target of linkTargets) machine.place(token.scopeId, target)
      return
    default:
      return machine.goOn(token)
  }
}

/** What was thrown may have ended the scope of whoever threw it. */
function goOnIfStill(machine: Machine, token: Token): void {
  if (machine.tokens.has(token.id)) machine.goOn(token)
}

function throwError(machine: Machine, token: Token, code: string | null): void {
  machine.tokens.delete(token.id)
  machine.tell('threw', token)
  if (!throwUp(machine, { kind: 'error', code, scopeId: token.scopeId, values: {} })) fail(machine)
}
