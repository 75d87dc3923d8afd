import type { GraphNode } from './graph.ts'
import { type Machine, variablesOf } from './machine.ts'
import type { Token } from './state.ts'
import { armEvent } from './wait.ts'

/** A token has come to a gateway. @see BPMN 2.0.2 §13.4 */
export function comeToGateway(machine: Machine, token: Token): void {
  const node = machine.node(token.node)
  switch (node.type) {
    case 'parallelGateway':
      return joinParallel(machine, machine.change(token, { state: 'joining' }), node)
    case 'inclusiveGateway':
      // Whether others may still come is only known when everything else stands still.
      if (node.incoming.length > 1) machine.change(token, { state: 'joining' })
      else machine.goOn(token)
      return
    case 'complexGateway':
      return comeToComplex(machine, token, node)
    case 'eventBasedGateway':
      return waitForFirst(machine, token, node)
    default:
      return machine.goOn(token)
  }
}

/** One token of each incoming flow makes one that goes on. */
function joinParallel(machine: Machine, token: Token, node: GraphNode): void {
  if (node.incoming.length <= 1) return machine.goOn(token)
  const joining = joiningAt(machine, token)
  const firsts = node.incoming.flatMap((flow) => joining.find(({ via }) => via === flow) ?? [])
  if (firsts.length === node.incoming.length) merge(machine, firsts)
}

function joiningAt(machine: Machine, { scopeId, node }: Token): readonly Token[] {
  return machine.tokensIn(scopeId).filter((other) => other.node === node && other.state === 'joining')
}

function merge(machine: Machine, [first, ...others]: readonly Token[]): void {
  if (!first) return
  for (const other of others) {
    machine.tokens.delete(other.id)
    machine.tell('merged', other)
  }
  machine.goOn(machine.change(first, { state: 'waiting' }))
}

/** Goes on when what has come is enough; what comes later is only counted. @see BPMN 2.0.2 §13.4.5 */
function comeToComplex(machine: Machine, token: Token, node: GraphNode): void {
  if (node.incoming.length <= 1 || node.activation === null) return machine.goOn(token)
  const joining = machine.change(token, { state: 'joining' })
  const isPassed = machine
    .tokensIn(token.scopeId)
    .some((other) => other.node === token.node && other.state === 'resetting')
  if (isPassed) return
  const all = joiningAt(machine, joining)
  const answer = node.activation({ ...variablesOf(machine, joining), activationCount: all.length })
  if (!answer.ok) return machine.halt(joining, 'expression', answer.fault)
  if (answer.value !== true) return
  const marker = machine.queue(token.scopeId, token.node, { locals: { flows: all.map(({ via }) => via) } })
  machine.change(marker, { state: 'resetting' })
  merge(machine, all)
}

/** Lets a complex gateway begin anew when nothing more belongs to the time that it was passed. */
export function resetComplex(machine: Machine): boolean {
  for (const marker of machine.tokens.values()) {
    if (marker.state !== 'resetting') continue
    const node = machine.node(marker.node)
    const late = joiningAt(machine, marker)
    const known: unknown = marker.locals?.flows
    const withToken = new Set<unknown>([...(isList(known) ? known : []), ...late.map(({ via }) => via)])
    if (mayStillCome(machine, { scopeId: marker.scopeId, node, withToken })) continue
    for (const token of [marker, ...late]) machine.consume(token)
    return true
  }
  return false
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function waitForFirst(machine: Machine, token: Token, node: GraphNode): void {
  for (const index of node.outgoing) {
    const target = machine.graph.flows[index]?.to ?? -1
    armEvent(machine, { scopeId: token.scopeId, tokenId: token.id, node: target })
  }
}

/**
 * Lets the inclusive gateways go on at which nothing more is to be waited for, when everything else stands still.
 * An incoming flow without a token is waited for while a token may still come by it from where none may come by a
 * flow that has one.
 *
 * @returns whether one went on
 * @see BPMN 2.0.2 §13.4.3, table 13.3
 */
export function joinInclusive(machine: Machine): boolean {
  const looked = new Set<string>()
  for (const token of machine.tokens.values()) {
    const node = machine.node(token.node)
    if (token.state !== 'joining' || node.type !== 'inclusiveGateway') continue
    const place = `${token.scopeId} ${token.node}`
    if (looked.has(place)) continue
    looked.add(place)
    const joining = joiningAt(machine, token)
    const withToken = new Set(joining.map(({ via }) => via))
    if (mayStillCome(machine, { scopeId: token.scopeId, node, withToken })) continue
    merge(
      machine,
      [...withToken].flatMap((flow) => joining.find(({ via }) => via === flow) ?? []),
    )
    return true
  }
  return false
}

type Join = { readonly scopeId: number; readonly node: GraphNode; readonly withToken: ReadonlySet<unknown> }

function mayStillCome(machine: Machine, { scopeId, node, withToken }: Join): boolean {
  const others = machine.tokensIn(scopeId).filter((token) => token.node !== node.index)
  return others.some((token) => {
    const reaches = (place: number) => node.reach[place]?.has(token.node) ?? false
    const places = [...node.incoming.keys()]
    const isFull = (place: number) => withToken.has(node.incoming[place] ?? -1)
    return (
      places.some((place) => !isFull(place) && reaches(place)) &&
      !places.some((place) => isFull(place) && reaches(place))
    )
  })
}
