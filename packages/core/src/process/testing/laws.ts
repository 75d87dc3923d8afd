import type {
  ProcessCommand,
  ProcessGraph,
  ProcessHappening,
  ProcessState,
  Scope,
  Token,
  Wait,
} from '../index.ts'

/**
 * What does not hold in a state at rest, and has to whatever the model is: nothing stands nowhere, nothing is kept for
 * what is no more, and every token has something that it waits for.
 */
export function brokenLaws(graph: ProcessGraph, state: ProcessState): readonly string[] {
  const { scopes, tokens, waits, done, incidents, nextId, status } = state
  const ids = [...scopes, ...tokens, ...waits, ...done, ...incidents].map(({ id }) => id)
  const laws = new Laws(graph, state)
  return [
    ...(new Set(ids).size < ids.length ? ['two things have one id'] : []),
    ...(ids.some((id) => id >= nextId) ? ['an id is not given yet'] : []),
    ...tokens.flatMap((token) => laws.ofToken(token)),
    ...scopes.flatMap((scope) => laws.ofScope(scope)),
    ...waits.flatMap((wait) => laws.ofWait(wait)),
    ...incidents.flatMap(({ tokenId }) =>
      tokenId === -1 || laws.token(tokenId)?.state === 'stuck'
        ? []
        : ['an incident is of nothing that is stuck'],
    ),
    ...(status !== 'running' && tokens.length + waits.length > 0 ? ['what is over goes on'] : []),
    ...(status === 'running' && tokens.length === 0 ? ['what runs is nowhere'] : []),
  ]
}

const WORK = new Set(['task', 'userTask', 'manualTask', 'serviceTask', 'businessRuleTask', 'callActivity'])

class Laws {
  readonly #graph: ProcessGraph
  readonly #state: ProcessState

  constructor(graph: ProcessGraph, state: ProcessState) {
    this.#graph = graph
    this.#state = state
  }

  token(id: number): Token | undefined {
    return this.#state.tokens.find((token) => token.id === id)
  }

  ofToken(token: Token): readonly string[] {
    const [node, scope] = [this.#graph.nodes[token.node], this.#scope(token.scopeId)]
    if (!node || !scope) return [`token ${token.id} is outside of everything`]
    const isInside = scope.kind === 'multiple' ? scope.node === token.node : scope.node === node.scope
    return [
      ...(isInside || scope.kind === 'undo' ? [] : [`${node.id} is not in the scope of its token`]),
      ...(this.#isAwaited(token) ? [] : [`nothing will ever move the token at ${node.id}, ${token.state}`]),
    ]
  }

  ofScope({ id, parentId, tokenId, kind, node }: Scope): readonly string[] {
    const name = `the scope of ${this.#graph.nodes[node]?.id}`
    const isEmpty =
      !this.#state.tokens.some(({ scopeId }) => scopeId === id) &&
      !this.#state.scopes.some((inner) => inner.parentId === id)
    const isOwned = kind === 'sub' || kind === 'multiple'
    return [
      ...((kind === 'process') === parentId < 0 ? [] : [`${name} has the wrong place`]),
      ...(parentId < 0 || this.#scope(parentId) ? [] : [`${name} lies in nothing`]),
      ...(isOwned === tokenId >= 0 || kind === 'undo' ? [] : [`${name} has the wrong owner`]),
      ...(tokenId < 0 || this.token(tokenId) ? [] : [`nobody waits for ${name}`]),
      ...(isEmpty && kind !== 'process' ? [`${name} is empty and open`] : []),
    ]
  }

  ofWait({ scopeId, tokenId, node }: Wait): readonly string[] {
    const [at, scope, token] = [this.#graph.nodes[node], this.#scope(scopeId), this.token(tokenId)]
    const isOfScope = tokenId < 0 && scope !== undefined && this.#begins(scope, node)
    const isOfToken = token !== undefined && token.scopeId === scopeId && this.#mayCatch(token, node)
    return isOfScope || isOfToken ? [] : [`nobody waits at ${at?.id}`]
  }

  #begins(scope: Scope, start: number): boolean {
    const inside = this.#graph.nodes[scope.node]?.eventSubProcesses ?? []
    return inside.some((index) => this.#graph.nodes[index]?.starts.includes(start))
  }

  #mayCatch(token: Token, node: number): boolean {
    const [at, stands] = [this.#graph.nodes[node], this.#graph.nodes[token.node]]
    if (at?.type === 'boundaryEvent') return at.attachedTo === token.node
    if (stands?.type !== 'eventBasedGateway') return node === token.node
    return stands.outgoing.some((flow) => this.#graph.flows[flow]?.to === node)
  }

  #isAwaited(token: Token): boolean {
    const node = this.#graph.nodes[token.node]
    const scope = this.#scope(token.scopeId)
    switch (token.state) {
      case 'stuck':
        return this.#state.incidents.some(({ tokenId }) => tokenId === token.id)
      case 'queued':
        return scope?.kind === 'multiple'
      case 'joining':
      case 'resetting':
        return node?.type.endsWith('Gateway') ?? false
      case 'waiting':
        return (
          WORK.has(node?.type ?? '') ||
          this.#state.scopes.some(({ tokenId }) => tokenId === token.id) ||
          this.#state.waits.some((wait) => wait.tokenId === token.id && !this.#isOnEdge(wait))
        )
    }
  }

  #isOnEdge({ node }: Wait): boolean {
    return this.#graph.nodes[node]?.type === 'boundaryEvent'
  }

  #scope(id: number): Scope | undefined {
    return this.#state.scopes.find((scope) => scope.id === id)
  }
}

/**
 * Tokens that a step loses or makes from nothing: whoever was somewhere before is there still, or it is told once that
 * it left, was merged into another or cancelled; and whoever is new came in, or began there.
 */
export function notConserved(
  before: ProcessState,
  { state: after, history }: { readonly state: ProcessState; readonly history: readonly ProcessHappening[] },
  command: ProcessCommand,
): readonly string[] {
  // What was begun is cancelled, the token stays.
  const staying = command.kind === 'retry' || command.kind === 'skip' ? command.tokenId : -1
  const places = new Map<string, number>()
  const add = (id: number, node: number, count: number) => {
    const place = `${id} at ${node}`
    places.set(place, (places.get(place) ?? 0) + count)
  }
  for (const { id, node } of before.tokens) add(id, node, 1)
  for (const { kind, tokenId, at } of history)
    if (GONE.has(kind) && !(kind === 'cancelled' && tokenId === staying)) {
      const place = `${tokenId} at ${at}`
      // It came and went within the step, or began at an event without coming to it.
      if (!places.has(place)) places.set(place, 1)
      add(tokenId, at, -1)
    }
  const ids = new Set(before.tokens.map(({ id }) => id))
  for (const { id, node } of after.tokens) {
    const place = `${id} at ${node}`
    // Those that are new, and those that went on from a gateway to the event that came first.
    if (!places.has(place) && (id >= before.nextId || ids.has(id))) places.set(place, 1)
    add(id, node, -1)
  }
  return [...places].flatMap(([place, count]) => (count === 0 ? [] : [`token ${place}: ${count}`]))
}

const GONE: ReadonlySet<ProcessHappening['kind']> = new Set(['left', 'merged', 'cancelled'])
