import type { GraphNode } from '../engine/graph.ts'
import type { ProcessState, Scope, Token, Wait } from '../engine/state.ts'
import type { Place } from '../engine/wait.ts'
import { type Mapping, nodeOf } from './mapping.ts'

/** Where a wait goes on, in the new version; -1: it is waited for no longer. */
export function waitTarget(mapping: Mapping, state: ProcessState, wait: Wait): number {
  const token = state.tokens.find(({ id }) => id === wait.tokenId)
  if (!token) return mapping.event(wait.node, 'starts')
  if (token.node === wait.node) return mapping.node(wait.node)
  if (mapping.source(wait.node).type === 'boundaryEvent') return mapping.event(wait.node, 'boundaries')
  const target = mapping.event(wait.node, 'outgoing')
  const gateway = mapping.target(token.node)
  return gateway && leadsTo(mapping, gateway).includes(target) ? target : -1
}

/**
 * What is newly waited for: events on the boundary of what goes on, after gateways by events, and starts of event
 * sub-processes, which the old version does not have in this place. What has happened before does not happen again.
 */
export function newWaits(mapping: Mapping, state: ProcessState): readonly Place[] {
  return [
    ...state.tokens.flatMap((token) => atToken(mapping, state, token)),
    ...state.scopes.flatMap((scope) => inScope(mapping, state, scope)),
  ]
}

function atToken(mapping: Mapping, { scopes }: ProcessState, token: Token): readonly Place[] {
  const [source, target] = [mapping.source(token.node), mapping.target(token.node)]
  if (!target || token.state !== 'waiting') return []
  const isOneOfSeveral = scopes.some(
    ({ id, kind, node }) => id === token.scopeId && kind === 'multiple' && node === token.node,
  )
  if (isOneOfSeveral) return []
  const isGateway = target.type === 'eventBasedGateway'
  const before = isGateway
    ? leadsFrom(mapping, source).map((index) => mapping.event(index, 'outgoing'))
    : source.boundaries.map((index) => mapping.event(index, 'boundaries'))
  return (isGateway ? leadsTo(mapping, target) : target.boundaries)
    .filter((index) => !before.includes(index) && isWaitedFor(nodeOf(mapping.to, index)))
    .map((node) => ({ scopeId: token.scopeId, tokenId: token.id, node }))
}

function inScope(mapping: Mapping, state: ProcessState, scope: Scope): readonly Place[] {
  const target = mapping.target(scope.node)
  if (!target || scope.kind === 'multiple' || scope.kind === 'undo') return []
  if (isInterrupted(mapping, state, scope)) return []
  const before = startsIn(mapping.from.nodes, mapping.source(scope.node)).map((index) =>
    mapping.event(index, 'starts'),
  )
  return startsIn(mapping.to.nodes, target)
    .filter((index) => !before.includes(index) && isWaitedFor(nodeOf(mapping.to, index)))
    .map((node) => ({ scopeId: scope.id, tokenId: -1, node }))
}

/** An event sub-process goes on instead of what went on in its scope: nothing else begins there any more. */
function isInterrupted(mapping: Mapping, { scopes, waits }: ProcessState, { id }: Scope): boolean {
  if (waits.some(({ scopeId, tokenId }) => scopeId === id && tokenId === -1)) return false
  return scopes.some(
    ({ parentId, kind, node }) =>
      parentId === id &&
      kind === 'event' &&
      mapping.source(node).starts.some((start) => mapping.source(start).isInterrupting),
  )
}

function startsIn(nodes: readonly GraphNode[], { eventSubProcesses }: GraphNode): readonly number[] {
  return eventSubProcesses.flatMap((index) => nodes[index]?.starts ?? [])
}

function leadsFrom({ from }: Mapping, { outgoing }: GraphNode): readonly number[] {
  return outgoing.flatMap((index) => from.flows[index]?.to ?? [])
}

function leadsTo({ to }: Mapping, { outgoing }: GraphNode): readonly number[] {
  return outgoing.flatMap((index) => to.flows[index]?.to ?? [])
}

function isWaitedFor({ event, type }: GraphNode): boolean {
  return type !== 'sendTask' && WAITED_FOR.has(event.kind)
}

const WAITED_FOR: ReadonlySet<GraphNode['event']['kind']> = new Set([
  'message',
  'signal',
  'timer',
  'conditional',
])
