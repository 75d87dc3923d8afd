import { correlationKeyOf } from '../message/correlation-key.ts'
import { askService } from '../service/ask-service.ts'
import type { GraphLoop, GraphNode } from './graph.ts'
import { askFor, type Completion, type Machine, variablesOf, writeVariables } from './machine.ts'
import { closeScope, emptyScope, openScope, startScope } from './scope.ts'
import type { Scope, Token } from './state.ts'
import { armEvent } from './wait.ts'

type Multiple = Extract<GraphLoop, { readonly kind: 'multiple' }>

/** A loop that nobody bounded goes round no more often. */
export const ROUNDS_MAX = 10_000

/** Begins what a token has come to do. @see BPMN 2.0.2 §13.3.2 to §13.3.7 */
export function beginActivity(machine: Machine, token: Token): void {
  const node = machine.node(token.node)
  const { loop } = node
  if (loop?.kind === 'multiple' && !isInstance(machine, token)) return beginMultiple(machine, token, loop)
  if (loop?.kind === 'standard' && loop.isTestedBefore) {
    const again = goesRound(machine, token, loop)
    if (again === null) return
    if (!again) return machine.goOn(token)
  }
  begin(machine, token, node)
}

/** Whether the token is one of several at the same activity. */
export function isInstance(machine: Machine, token: Token): boolean {
  const scope = machine.scopes.get(token.scopeId)
  return scope?.kind === 'multiple' && scope.node === token.node
}

function begin(machine: Machine, arrived: Token, node: GraphNode): void {
  if (!isInstance(machine, arrived) && arrived.rounds === 0) armBoundaries(machine, arrived, node)
  const token = withInputs(machine, arrived, node)
  if (token === null) return
  if (node.isScope) {
    const { scopeId: parentId, id: tokenId } = token
    return startScope(machine, openScope(machine, { parentId, node: node.index, kind: 'sub', tokenId }))
  }
  if (node.type === 'scriptTask') return runScript(machine, token, node)
  if (node.type === 'sendTask' && node.service === null) {
    if (tellMessage(machine, token)) machine.complete(token, {})
    return
  }
  if (node.type === 'receiveTask')
    return armEvent(machine, { scopeId: token.scopeId, tokenId: token.id, node: node.index })
  beginWork(machine, token, node)
}

function beginWork(machine: Machine, token: Token, { index, service }: GraphNode): void {
  const variables = variablesOf(machine, token)
  const call = service && askService(service, variables)
  if (call?.ok === false) return machine.halt(token, 'expression', call.fault)
  machine.demands.push({
    ...{ kind: 'begin-work', tokenId: token.id, node: index, variables },
    call: call && call.value,
  })
}

/** Sends the message of an element to whoever waits for it. False: it could not be told for whom it is. */
export function tellMessage(machine: Machine, token: Token): boolean {
  const { event, index } = machine.node(token.node)
  if (event.kind !== 'message') return true
  const variables = variablesOf(machine, token)
  const key = correlationKeyOf(event.key, variables)
  if (!key.ok) {
    machine.halt(token, 'expression', key.fault)
    return false
  }
  machine.tell('threw', token)
  machine.demands.push({ kind: 'send-message', node: index, name: event.name, key: key.value, variables })
  return true
}

function armBoundaries(machine: Machine, token: Token, node: GraphNode): void {
  for (const boundary of node.boundaries)
    armEvent(machine, { scopeId: token.scopeId, tokenId: token.id, node: boundary })
}

/** What an activity is given by another name, only it knows. Null: it could not be told. */
function withInputs(machine: Machine, token: Token, { inputs }: GraphNode): Token | null {
  let current = token
  for (const { source, target } of inputs) {
    const answer = askFor(machine, current, source)
    if (answer === null) return null
    current = machine.change(current, { locals: { ...current.locals, [target]: answer.value } })
  }
  return current
}

function runScript(machine: Machine, token: Token, { script, work }: GraphNode): void {
  if (script === null) return machine.complete(token, {})
  const answer = askFor(machine, token, script)
  if (answer === null) return
  if (work.resultVariable !== null) return machine.complete(token, { [work.resultVariable]: answer.value })
  const { value } = answer
  const isContext = typeof value === 'object' && value !== null && !Array.isArray(value)
  machine.complete(token, isContext ? { ...value } : {})
}

/** One instance for each of a list, or as many as a number says. */
function beginMultiple(machine: Machine, token: Token, loop: Multiple): void {
  armBoundaries(machine, token, machine.node(token.node))
  const elements = elementsOf(machine, token, loop)
  if (elements === null) return
  if (elements.length === 0) return endActivity(machine, token, null)
  const scope = openScope(machine, {
    ...{ parentId: token.scopeId, node: token.node, kind: 'multiple', tokenId: token.id },
    total: elements.length,
    begun: loop.isSequential ? 1 : elements.length,
  })
  for (const [index, element] of elements.entries()) {
    const isQueued = loop.isSequential && index > 0
    const named = loop.elementVariable === null ? {} : { [loop.elementVariable]: element }
    const locals = { ...named, loopCounter: index + 1 }
    if (isQueued) machine.queue(scope.id, token.node, { locals })
    else machine.place(scope.id, token.node, { locals })
  }
}

function elementsOf(machine: Machine, token: Token, loop: Multiple): readonly unknown[] | null {
  const source = loop.collection ?? loop.cardinality
  const answer = source && askFor(machine, token, source)
  if (!answer) return null
  const { value } = answer
  if (loop.collection !== null && isList(value)) return value
  const count = Number(value)
  if (loop.collection === null && Number.isInteger(count) && count >= 0 && count <= ROUNDS_MAX) {
    return Array.from({ length: count }, (_, index) => index + 1)
  }
  machine.halt(token, 'loop', loop.collection ? 'not a list' : 'not a number of instances')
  return null
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Ends what a token was at: what it says is written down, and the token goes on, or does it once more. */
export function completeActivity(machine: Machine, token: Token, completion: Completion): void {
  const node = machine.node(token.node)
  if (!writeOutputs(machine, token, { node, completion })) return
  if (isInstance(machine, token)) return completeInstance(machine, token, completion)
  if (node.loop?.kind === 'standard') {
    const round = machine.change(token, { rounds: token.rounds + 1 })
    const again = goesRound(machine, round, node.loop)
    if (again === null) return
    if (again) return begin(machine, round, node)
  }
  endActivity(machine, token, completion)
}

/** Null: the token is halted. */
function goesRound(
  machine: Machine,
  token: Token,
  { condition, max }: Extract<GraphLoop, { readonly kind: 'standard' }>,
): boolean | null {
  if (token.rounds >= max) return false
  if (condition === null) return max < ROUNDS_MAX
  const answer = askFor(machine, token, condition)
  return answer && answer.value === true
}

type Said = { readonly node: GraphNode; readonly completion: Completion }

function writeOutputs(machine: Machine, token: Token, { node, completion }: Said): boolean {
  if (node.outputs.length === 0) {
    writeVariables(machine, token.scopeId, completion.values)
    return true
  }
  const known = { ...variablesOf(machine, token), ...completion.variables, ...completion.values }
  for (const { source, target } of node.outputs) {
    const answer = source(known)
    if (!answer.ok) {
      machine.halt(token, 'expression', answer.fault)
      return false
    }
    writeVariables(machine, token.scopeId, { [target]: answer.value })
  }
  return true
}

function completeInstance(machine: Machine, token: Token, completion: Completion): void {
  const { parentId } = machine.scope(token.scopeId)
  remember(machine, token, { scopeId: parentId, completion })
  leaveInstance(machine, token)
}

/** One of several instances is over, whether it was done or is skipped. */
export function leaveInstance(machine: Machine, token: Token): void {
  const scope = machine.scope(token.scopeId)
  const isNew = token.state === 'queued' ? 1 : 0
  machine.tell('left', token)
  machine.tokens.delete(token.id)
  goOnMultiple(machine, { ...scope, begun: scope.begun + isNew, done: scope.done + 1 })
}

/** One of several instances was cancelled alone: the others go on as if there had never been so many. */
export function forgetInstance(machine: Machine, { scopeId, state }: Token): void {
  const scope = machine.scope(scopeId)
  const begun = state === 'queued' ? 0 : 1
  goOnMultiple(machine, { ...scope, total: scope.total - 1, begun: scope.begun - begun })
}

/** Goes on with the next instance, or ends the activity when enough are done. */
function goOnMultiple(machine: Machine, scope: Scope): void {
  machine.scopes.set(scope.id, scope)
  const owner = machine.tokens.get(scope.tokenId)
  const { loop } = machine.node(scope.node)
  if (!owner || loop?.kind !== 'multiple') return
  const isEnough = scope.done === scope.total || isCompleted(machine, owner, { loop, scope })
  if (isEnough === null) return
  if (isEnough) {
    emptyScope(machine, scope.id)
    closeScope(machine, scope)
    return endActivity(machine, owner, null)
  }
  const next = loop.isSequential && scope.begun === scope.done ? nextInLine(machine, scope.id) : null
  if (next === null) return
  machine.scopes.set(scope.id, { ...scope, begun: scope.begun + 1 })
  machine.wake(next)
}

/** Whoever has waited longest: tokens are kept in the order in which they came. */
function nextInLine(machine: Machine, scopeId: number): Token | null {
  for (const token of machine.tokens.values())
    if (token.scopeId === scopeId && token.state === 'queued') return token
  return null
}

type Counted = { readonly loop: Multiple; readonly scope: Scope }

function isCompleted(machine: Machine, owner: Token, { loop, scope }: Counted): boolean | null {
  if (loop.completion === null) return false
  const counts = {
    numberOfInstances: scope.total,
    numberOfCompletedInstances: scope.done,
    numberOfActiveInstances: scope.begun - scope.done,
    numberOfTerminatedInstances: 0,
  }
  const answer = loop.completion({ ...variablesOf(machine, owner), ...counts })
  if (answer.ok) return answer.value === true
  machine.halt(owner, 'expression', answer.fault)
  return null
}

/** The activity is over as a whole: nothing on its boundary is waited for, and the token goes on. */
function endActivity(machine: Machine, token: Token, completion: Completion | null): void {
  for (const wait of machine.waitsOf(token.id)) machine.waits.delete(wait.id)
  if (completion) remember(machine, token, { scopeId: token.scopeId, completion })
  machine.goOn(token)
}

type Remembered = { readonly scopeId: number; readonly completion: Completion }

/** Keeps what can be undone: what has a handler, and sub-processes in which something has. */
function remember(machine: Machine, token: Token, { scopeId, completion }: Remembered): void {
  const node = machine.node(token.node)
  const { inner, variables } = completion
  const canUndo = node.compensatedBy >= 0 || inner.length > 0 || undoingSubProcess(machine, node) >= 0
  if (!canUndo || node.isForCompensation) return
  const id = machine.newId()
  const known = variables ?? variablesOf(machine, token)
  machine.done.set(id, { id, scopeId, node: node.index, variables: known, inner })
}

/** The event sub-process that undoes a sub-process; -1 where there is none. */
export function undoingSubProcess(machine: Machine, { eventSubProcesses }: GraphNode): number {
  for (const index of eventSubProcesses)
    for (const start of machine.node(index).starts)
      if (machine.node(start).event.kind === 'compensate') return index
  return -1
}
