import type { Instant } from '../../kernel/index.ts'
import type { ServiceCall } from '../service/service.ts'
import type { Evaluated, GraphNode, ProcessGraph, Variables } from './graph.ts'
import type {
  Done,
  Held,
  Incident,
  ProcessState,
  ProcessStatus,
  Scope,
  TimerCycle,
  TimerRule,
  Token,
  Wait,
} from './state.ts'

/** What the world is asked for when an instance goes on. */
export type ProcessDemand =
  /** Somebody or something is to do an activity; it goes on when that is said to be completed. */
  | {
      readonly kind: 'begin-work'
      readonly tokenId: number
      readonly node: number
      readonly variables: Variables
      /** What does it, where it is nobody. */
      readonly call: ServiceCall | null
    }
  /** It is not to be done any more. */
  | { readonly kind: 'end-work'; readonly tokenId: number; readonly node: number }
  | {
      readonly kind: 'send-message'
      readonly node: number
      readonly name: string
      readonly key: string | null
      readonly variables: Variables
    }
  | {
      readonly kind: 'send-signal'
      readonly node: number
      readonly name: string
      readonly variables: Variables
    }

/** What happened, in its order. */
export type ProcessHappening = {
  readonly kind:
    | 'entered'
    | 'left'
    /** With others at a gateway, into the one that goes on. */
    | 'merged'
    | 'cancelled'
    | 'taken'
    | 'caught'
    | 'threw'
    /** A calendar was changed, and with it the moment at which a timer goes off. */
    | 'recounted'
    | 'scope-opened'
    | 'scope-closed'
    | 'stuck'
  /** The node; of a flow that was taken, the flow. */
  readonly at: number
  readonly tokenId: number
  readonly scopeId: number
}

/** When a timer goes off, as whoever knows calendars and time zones says. */
export type TimerDue =
  | { readonly ok: true; readonly dueAt: Instant; readonly cycle: TimerCycle | null }
  | { readonly ok: false; readonly fault: string }

/** What the engine may know of the world: when it is, and how rules of timers are read. */
export type ProcessWorld = {
  readonly now: Instant
  /** @param cycle which time of it is asked for; null: the first */
  readonly dueOf: (rule: TimerRule, cycle: TimerCycle | null) => TimerDue
}

/** What comes next within an instance; one thing after the other, so that nothing is decided halfway. */
export type Agenda =
  | { readonly kind: 'arrive'; readonly tokenId: number }
  | { readonly kind: 'leave'; readonly tokenId: number }
  | { readonly kind: 'complete'; readonly tokenId: number; readonly completion: Completion }
  | { readonly kind: 'settle'; readonly scopeId: number }
  | { readonly kind: 'undo'; readonly scopeId: number }

/** What an activity leaves behind. */
export type Completion = {
  readonly values: Variables
  /** Of a sub-process: what was completed in it, and what was known there at its end. */
  readonly inner: readonly Done[]
  readonly variables: Variables | null
}

/** More than this at once is a loop that nobody gets out of. */
export const STEPS_MAX_AT_ONCE = 100_000

/** An instance while it goes on: rows that may be changed, and what is still to be looked at. */
export class Machine {
  readonly graph: ProcessGraph
  readonly world: ProcessWorld
  readonly scopes: Map<number, Scope>
  readonly tokens: Map<number, Token>
  readonly waits: Map<number, Wait>
  readonly done: Map<number, Done>
  readonly incidents: Map<number, Incident>
  readonly demands: ProcessDemand[] = []
  readonly history: ProcessHappening[] = []
  readonly agenda: Agenda[] = []
  readonly held: Held[]
  isSuspended: boolean
  status: ProcessStatus
  steps = 0
  #nextId: number

  constructor(graph: ProcessGraph, state: ProcessState, world: ProcessWorld) {
    this.graph = graph
    this.world = world
    this.scopes = byId(state.scopes)
    this.tokens = byId(state.tokens)
    this.waits = byId(state.waits)
    this.done = byId(state.done)
    this.incidents = byId(state.incidents)
    // Histories from before instances could be suspended say nothing of it.
    this.isSuspended = state.isSuspended ?? false
    this.held = [...(state.held ?? [])]
    this.status = state.status
    this.#nextId = state.nextId
  }

  newId(): number {
    return this.#nextId++
  }

  node(index: number): GraphNode {
    const node = this.graph.nodes[index]
    if (!node) throw new TypeError(`the process has no node ${index}`)
    return node
  }

  scope(id: number): Scope {
    const scope = this.scopes.get(id)
    if (!scope) throw new TypeError(`the instance has no scope ${id}`)
    return scope
  }

  /** Puts a new token somewhere, where it is looked at next. */
  place(scopeId: number, node: number, more: Partial<Token> = {}): Token {
    const token = this.queue(scopeId, node, more)
    return this.wake(token)
  }

  /** Puts a new token somewhere, where it waits for its turn. */
  queue(scopeId: number, node: number, more: Partial<Token>): Token {
    const token: Token = {
      ...{ id: this.newId(), scopeId, node, state: 'queued', via: -1, locals: null, undoes: null, rounds: 0 },
      ...more,
    }
    this.tokens.set(token.id, token)
    return token
  }

  /** Its turn has come. */
  wake(token: Token): Token {
    this.agenda.push({ kind: 'arrive', tokenId: token.id })
    return this.change(token, { state: 'waiting' })
  }

  change(token: Token, change: Partial<Token>): Token {
    const changed = { ...token, ...change }
    this.tokens.set(token.id, changed)
    return changed
  }

  tell(kind: ProcessHappening['kind'], { id, scopeId, node }: Pick<Token, 'id' | 'scopeId' | 'node'>): void {
    this.history.push({ kind, at: node, tokenId: id, scopeId })
  }

  /** The token cannot go on until somebody has looked. */
  halt(token: Token, kind: Incident['kind'], text: string): void {
    const halted = this.change(token, { state: 'stuck' })
    const id = this.newId()
    this.incidents.set(id, { id, tokenId: token.id, node: token.node, kind, text })
    this.tell('stuck', halted)
  }

  tokensIn(scopeId: number): readonly Token[] {
    return [...this.tokens.values()].filter((token) => token.scopeId === scopeId)
  }

  scopesIn(scopeId: number): readonly Scope[] {
    return [...this.scopes.values()].filter((scope) => scope.parentId === scopeId)
  }

  /** The token goes on from where it is. */
  goOn(token: Token): void {
    this.agenda.push({ kind: 'leave', tokenId: token.id })
  }

  /** The token has nowhere to go; perhaps nothing is left of its scope. */
  consume(token: Token): void {
    this.tokens.delete(token.id)
    this.tell('left', token)
    this.agenda.push({ kind: 'settle', scopeId: token.scopeId })
  }

  /** What a token was at is done. */
  complete(token: Token, values: Variables, more: Partial<Completion> = {}): void {
    const completion = { values, inner: [], variables: null, ...more }
    this.agenda.push({ kind: 'complete', tokenId: token.id, completion })
  }

  waitsOf(tokenId: number): readonly Wait[] {
    return [...this.waits.values()].filter((wait) => wait.tokenId === tokenId)
  }

  state(): ProcessState {
    return {
      status: this.status,
      nextId: this.#nextId,
      scopes: [...this.scopes.values()],
      tokens: [...this.tokens.values()],
      waits: [...this.waits.values()],
      done: [...this.done.values()],
      incidents: [...this.incidents.values()],
      isSuspended: this.isSuspended,
      held: this.held,
    }
  }
}

/** What a scope sees: its variables, and those of all around it that it does not hide. */
export function variablesIn(machine: Machine, scopeId: number): Variables {
  const scope = machine.scopes.get(scopeId)
  if (!scope) return {}
  const owner = machine.tokens.get(scope.tokenId)
  return { ...variablesIn(machine, scope.parentId), ...owner?.locals, ...scope.variables }
}

/** What a token sees. */
export function variablesOf(machine: Machine, token: Token): Variables {
  return { ...variablesIn(machine, token.scopeId), ...token.locals }
}

/** Writes values where they are known, from the inside out; what nobody knows yet becomes the instance's. */
export function writeVariables(machine: Machine, scopeId: number, values: Variables): void {
  for (const [name, value] of Object.entries(values)) writeOne(machine, scopeId, { name, value })
}

function writeOne(machine: Machine, scopeId: number, of: { name: string; value: unknown }): void {
  let scope = machine.scope(scopeId)
  while (scope.parentId >= 0 && !Object.hasOwn(scope.variables, of.name)) {
    const owner = machine.tokens.get(scope.tokenId)
    if (owner?.locals && Object.hasOwn(owner.locals, of.name)) {
      machine.change(owner, { locals: { ...owner.locals, [of.name]: of.value } })
      return
    }
    scope = machine.scope(scope.parentId)
  }
  machine.scopes.set(scope.id, { ...scope, variables: { ...scope.variables, [of.name]: of.value } })
}

/** Asks an expression on behalf of a token; what cannot be answered halts it, and is null. */
export function askFor(
  machine: Machine,
  token: Token,
  expression: (variables: Variables) => Evaluated,
): { readonly value: unknown } | null {
  const answer = expression(variablesOf(machine, token))
  if (answer.ok) return answer
  machine.halt(token, 'expression', answer.fault)
  return null
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
