import type { Expression, GraphNode } from './graph.ts'
import { type Machine, variablesIn } from './machine.ts'
import type { Scope } from './state.ts'
import { armEvent } from './wait.ts'

type NewScope = Pick<Scope, 'parentId' | 'node' | 'kind' | 'tokenId'> & Partial<Scope>

/** Opens a scope and waits for the events that its event sub-processes begin with. */
export function openScope(machine: Machine, opened: NewScope): Scope {
  const scope: Scope = { ...{ variables: {}, total: 0, begun: 0, done: 0 }, ...opened, id: machine.newId() }
  machine.scopes.set(scope.id, scope)
  machine.history.push({
    kind: 'scope-opened',
    at: scope.node,
    tokenId: scope.tokenId,
    scopeId: scope.id,
  })
  if (scope.kind !== 'multiple' && scope.kind !== 'undo') armEventSubProcesses(machine, scope)
  return scope
}

function armEventSubProcesses(machine: Machine, scope: Scope): void {
  for (const index of machine.node(scope.node).eventSubProcesses)
    for (const start of machine.node(index).starts)
      armEvent(machine, { scopeId: scope.id, tokenId: -1, node: start })
}

/** Puts tokens where a scope begins: at one start or all without an event, and at what nothing leads to. */
export function startScope(machine: Machine, scope: Scope, at: number | null = null): void {
  const node = machine.node(scope.node)
  if (node.adHoc === null) {
    const plain = node.starts.filter((index) => machine.node(index).event.kind === 'none')
    for (const start of at === null ? plain : [at]) machine.place(scope.id, start)
    for (const start of node.implicitStarts) machine.place(scope.id, start)
  }
  machine.agenda.push({ kind: 'settle', scopeId: scope.id })
}

/** Closes a scope in which nothing is left to be done, and lets go on what waited for it. */
export function settle(machine: Machine, scopeId: number): void {
  const scope = machine.scopes.get(scopeId)
  if (!scope || isBusy(machine, scope)) return
  switch (scope.kind) {
    case 'process':
      closeScope(machine, scope)
      machine.status = 'completed'
      return
    case 'sub':
      return endSubProcess(machine, scope)
    case 'event':
      closeScope(machine, scope)
      machine.agenda.push({ kind: 'settle', scopeId: scope.parentId })
      return
    case 'undo':
      machine.agenda.push({ kind: 'undo', scopeId: scope.id })
      return
    case 'multiple':
      return
  }
}

function isBusy(machine: Machine, scope: Scope): boolean {
  const { adHoc, implicitStarts } = machine.node(scope.node)
  const hasWork = machine.tokensIn(scope.id).length > 0 || machine.scopesIn(scope.id).length > 0
  if (adHoc === null || scope.kind !== 'sub' || implicitStarts.length === 0) return hasWork
  if (!isEnough(machine, scope, adHoc.completion)) return true
  if (hasWork && adHoc.cancelsRemaining) emptyScope(machine, scope.id)
  return hasWork && !adHoc.cancelsRemaining
}

/** An ad-hoc sub-process ends when its condition holds; without one, when somebody says so. */
function isEnough(machine: Machine, scope: Scope, completion: Expression | null): boolean {
  if (completion === null) return false
  const answer = completion(variablesIn(machine, scope.id))
  const token = machine.tokens.get(scope.tokenId)
  if (!answer.ok && token && token.state !== 'stuck') machine.halt(token, 'expression', answer.fault)
  return answer.ok && answer.value === true
}

/** What was completed in a sub-process is kept with it: undoing it undoes them. */
export function endSubProcess(machine: Machine, scope: Scope): void {
  const inner = [...machine.done.values()].filter((done) => done.scopeId === scope.id)
  for (const { id } of inner) machine.done.delete(id)
  const variables = variablesIn(machine, scope.id)
  closeScope(machine, scope)
  const token = machine.tokens.get(scope.tokenId)
  if (token) machine.complete(token, {}, { inner, variables })
}

/** The scope is no more, nor what it waited for; of the instance itself it stays known what was known at its end. */
export function closeScope(machine: Machine, scope: Scope): void {
  for (const wait of machine.waits.values()) if (wait.scopeId === scope.id) machine.waits.delete(wait.id)
  for (const done of machine.done.values()) if (done.scopeId === scope.id) machine.done.delete(done.id)
  if (scope.kind !== 'process') machine.scopes.delete(scope.id)
  machine.history.push({ kind: 'scope-closed', at: scope.node, tokenId: scope.tokenId, scopeId: scope.id })
}

/** Cancels everything in a scope, and closes it. */
export function cancelScope(machine: Machine, scope: Scope): void {
  emptyScope(machine, scope.id)
  closeScope(machine, scope)
}

/** Cancels everything in a scope but for one scope within; the scope itself stays. */
export function emptyScope(machine: Machine, scopeId: number, exceptId = -1): void {
  for (const token of machine.tokensIn(scopeId)) cancelToken(machine, token.id)
  for (const inner of machine.scopesIn(scopeId)) if (inner.id !== exceptId) cancelScope(machine, inner)
}

/** A token is no more, nor what it had begun. */
export function cancelToken(machine: Machine, tokenId: number): void {
  const token = machine.tokens.get(tokenId)
  if (!token) return
  for (const scope of [...machine.scopes.values()]) if (scope.tokenId === tokenId) cancelScope(machine, scope)
  for (const wait of machine.waitsOf(tokenId)) machine.waits.delete(wait.id)
  for (const incident of [...machine.incidents.values()])
    if (incident.tokenId === tokenId) machine.incidents.delete(incident.id)
  machine.tokens.delete(tokenId)
  machine.tell('cancelled', token)
  if (isWork(machine.node(token.node))) {
    machine.demands.push({ kind: 'end-work', tokenId, node: token.node })
  }
}

/** Whether somebody or something outside does it. */
export function isWork({ type, service }: GraphNode): boolean {
  return WORK.has(type) || service !== null
}

const WORK: ReadonlySet<GraphNode['type']> = new Set([
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'businessRuleTask',
  'callActivity',
])
