import { undoingSubProcess } from './activity.ts'
import { fireBoundary, goOnFrom } from './fire.ts'
import type { Machine } from './machine.ts'
import { cancelScope, cancelToken, closeScope, openScope } from './scope.ts'
import type { Done, Scope, Token } from './state.ts'

/**
 * Undoes what was completed in the scope of a token, the last first; the token waits until that is done.
 *
 * @param node only this activity; null: everything
 * @see BPMN 2.0.2 §10.7, §13.5.5
 */
export function beginUndoing(machine: Machine, token: Token, node: number | null): void {
  const around = undoneScope(machine, token.scopeId)
  const scope = openScope(machine, {
    ...{ parentId: around, node: machine.scope(around).node, kind: 'undo', tokenId: token.id },
  })
  for (const done of machine.done.values()) {
    if (done.scopeId !== around || (node !== null && done.node !== node)) continue
    machine.done.set(done.id, { ...done, scopeId: scope.id })
  }
  machine.agenda.push({ kind: 'undo', scopeId: scope.id })
}

/** From within an event sub-process, what it belongs to is undone. */
function undoneScope(machine: Machine, scopeId: number): number {
  const scope = machine.scope(scopeId)
  return scope.kind === 'event' ? scope.parentId : scopeId
}

/** Undoes what comes next, or ends when nothing is left. */
export function goOnUndoing(machine: Machine, scope: Scope): void {
  if (machine.tokensIn(scope.id).length > 0 || machine.scopesIn(scope.id).length > 0) return
  if (scope.tokenId < 0) {
    // Of what the event sub-process did not undo itself, it decided that it stays.
    closeScope(machine, scope)
    machine.agenda.push({ kind: 'undo', scopeId: scope.parentId })
    return
  }
  const last = [...machine.done.values()]
    .filter(({ scopeId }) => scopeId === scope.id)
    .reduce<Done | null>((latest, done) => (latest && latest.id > done.id ? latest : done), null)
  if (last) return undo(machine, scope, last)
  closeScope(machine, scope)
  const token = machine.tokens.get(scope.tokenId)
  if (!token) return
  if (machine.node(token.node).event.kind === 'cancel') return leaveTransaction(machine, token)
  machine.goOn(token)
}

function undo(machine: Machine, scope: Scope, done: Done): void {
  machine.done.delete(done.id)
  const node = machine.node(done.node)
  if (node.compensatedBy >= 0) {
    machine.place(scope.id, node.compensatedBy, { locals: done.variables, undoes: done.id })
    return
  }
  const handler = undoingSubProcess(machine, node)
  if (handler < 0) {
    for (const inner of done.inner) machine.done.set(inner.id, { ...inner, scopeId: scope.id })
    machine.agenda.push({ kind: 'undo', scopeId: scope.id })
    return
  }
  // Its event sub-process sees the sub-process as it was, and may undo what was done in it.
  const { variables } = done
  const shell = { parentId: scope.id, node: done.node, kind: 'undo', tokenId: -1, variables } as const
  const around = openScope(machine, shell)
  for (const inner of done.inner) machine.done.set(inner.id, { ...inner, scopeId: around.id })
  const opened = { parentId: around.id, node: handler, kind: 'event', tokenId: -1 } as const
  const start = machine.node(handler).starts.at(0)
  if (start !== undefined) goOnFrom(machine, openScope(machine, opened).id, start)
}

/** A transaction is cancelled: what goes on in it ends, and what was done in it is undone. @see BPMN 2.0.2 §13.5.6 */
export function cancelTransaction(machine: Machine, token: Token): void {
  const transaction = transactionAround(machine, token.scopeId)
  // Whoever cancels, perhaps from deeper within, waits in the transaction itself until everything is undone.
  machine.tokens.delete(token.id)
  const waiting = machine.queue(transaction.id, token.node, {})
  for (const other of machine.tokensIn(transaction.id))
    if (other.id !== waiting.id) cancelToken(machine, other.id)
  for (const inner of machine.scopesIn(transaction.id)) cancelScope(machine, inner)
  beginUndoing(machine, waiting, null)
}

function transactionAround(machine: Machine, scopeId: number): Scope {
  let scope = machine.scope(scopeId)
  while (scope.parentId >= 0 && machine.node(scope.node).type !== 'transaction')
    scope = machine.scope(scope.parentId)
  return scope
}

/** What was undone is left by the boundary event of cancelling. */
function leaveTransaction(machine: Machine, token: Token): void {
  const scope = machine.scope(token.scopeId)
  const owner = machine.tokens.get(scope.tokenId)
  const boundary = machine
    .node(scope.node)
    .boundaries.find((index) => machine.node(index).event.kind === 'cancel')
  if (owner && boundary !== undefined) return fireBoundary(machine, { token: owner, boundary, values: {} })
  machine.consume(token)
}
