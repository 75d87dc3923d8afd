import type { BpmnFlow, BpmnModel, BpmnNode } from '../index.ts'

/**
 * Where tokens are: on a flow (`a-b`) or at work (`a`), each as often as there are tokens. Two that are the same are
 * written the same.
 */
export type Marking = readonly string[]

/** What one move leads to: where tokens may be when everything stands still, and the ends that were reached. */
export type Outcome = { readonly marking: Marking; readonly ends: readonly string[] }

const OUTCOMES_MAX = 200

/**
 * Plays models of work, gateways, ends and boundary events by hand, as the standard tells it and as slowly as need
 * be: it knows of nothing but flows and how many tokens are on them, and looks at every path that there is.
 *
 * @see BPMN 2.0.2 §13.4
 */
export class TokenGame {
  readonly #nodes: ReadonlyMap<string, BpmnNode>
  readonly #flows: readonly BpmnFlow[]
  readonly #edges: readonly BpmnNode[]

  constructor({ processes: [process] }: BpmnModel) {
    this.#nodes = new Map(process?.nodes.map((node) => [node.id, node]))
    this.#flows = process?.flows ?? []
    this.#edges = process?.nodes.filter(({ type }) => type === 'boundaryEvent') ?? []
  }

  /** How it may begin. Null: there are too many ways to look at. */
  begin(choice: number): readonly Outcome[] | null {
    return this.#settle(this.#put([], 'start', choice), choice)
  }

  /** What completing one piece of work may lead to. */
  complete(marking: Marking, work: string, choice: number): readonly Outcome[] | null {
    return this.#settle(this.#put(without(marking, work), work, choice), choice)
  }

  /** What an event on the boundary of work may lead to. */
  happen(marking: Marking, edge: string, choice: number): readonly Outcome[] | null {
    const { attachedToId, isInterrupting } = this.#node(edge)
    const rest = isInterrupting ? without(marking, attachedToId ?? '') : marking
    return this.#settle(this.#put(rest, edge, choice), choice)
  }

  /** Whether somebody is at work there. */
  isWork(place: string): boolean {
    return this.#nodes.get(place)?.type === 'userTask'
  }

  /** The boundary events of a piece of work. */
  edgesOf(work: string): readonly string[] {
    return this.#edges.flatMap(({ id, attachedToId }) => (attachedToId === work ? id : []))
  }

  /** Joins that have tokens, and must go on waiting: there is nothing else that may be done by itself. */
  isAtRest(marking: Marking): boolean {
    return this.#next(marking, 0).length === 0
  }

  /** Tokens on what goes out of an element that is left. */
  #put(marking: Marking, from: string, choice: number): Marking {
    return [...marking, ...this.#chosen(this.#node(from), choice).map(({ id }) => id)].toSorted()
  }

  #chosen({ id, type }: BpmnNode, choice: number): readonly BpmnFlow[] {
    const outgoing = this.#flows.filter(({ sourceId }) => sourceId === id)
    if (type !== 'exclusiveGateway' && type !== 'inclusiveGateway') return outgoing
    const holding = outgoing.filter(
      ({ condition }) => condition === null || choice < Number(condition.text.split('<')[1]),
    )
    return type === 'exclusiveGateway' ? holding.slice(0, 1) : holding
  }

  /** Everything that may come of a marking, in whichever order joins go on. */
  #settle(marking: Marking, choice: number): readonly Outcome[] | null {
    const found = new Map<string, Outcome>()
    const seen = new Set<string>()
    const open: Outcome[] = [{ marking, ends: [] }]
    for (let state = open.pop(); state; state = open.pop()) {
      const key = JSON.stringify(state)
      if (seen.has(key)) continue
      seen.add(key)
      if (seen.size > OUTCOMES_MAX) return null
      const next = this.#next(state.marking, choice)
      if (next.length === 0) found.set(key, state)
      const { ends } = state
      for (const one of next) open.push({ ...one, ends: [...new Set([...ends, ...one.ends])].toSorted() })
    }
    return [...found.values()]
  }

  /** What comes next: anything that only goes one way, and only then the inclusive joins, each of which may be first. */
  #next(marking: Marking, choice: number): readonly Outcome[] {
    for (const place of marking) {
      const target = this.#targetOf(place)
      if (target === undefined || this.#isInclusiveJoin(target)) continue
      const incoming = target.type === 'parallelGateway' ? this.#incoming(target) : [place]
      if (incoming.every((flow) => marking.includes(flow)))
        return [this.#pass(marking, { target, incoming, choice })]
    }
    const joins = [...this.#nodes.values()].filter((node) => this.#isInclusiveJoin(node))
    return joins.flatMap((target) => {
      const incoming = this.#incoming(target).filter((flow) => marking.includes(flow))
      if (incoming.length === 0 || this.#mustWait(marking, target)) return []
      return [this.#pass(marking, { target, incoming, choice })]
    })
  }

  #pass(
    marking: Marking,
    { target, incoming, choice }: { target: BpmnNode; incoming: readonly string[]; choice: number },
  ): Outcome {
    const rest = incoming.reduce(without, marking)
    if (target.type === 'userTask') return { marking: [...rest, target.id].toSorted(), ends: [] }
    if (target.type === 'endEvent') return { marking: rest, ends: [target.id] }
    return { marking: this.#put(rest, target.id, choice), ends: [] }
  }

  /**
   * Whether there is a token with a path to a flow into the gateway that has no token, and none to one that has one.
   * No path visits the gateway.
   */
  #mustWait(marking: Marking, gateway: BpmnNode): boolean {
    const incoming = this.#incoming(gateway)
    return [...new Set(marking)].some((place) => {
      if (incoming.includes(place)) return false
      const ends = this.#endsOfPaths(place, gateway)
      const isFull = (flow: string) => marking.includes(flow)
      return [...ends].some((flow) => !isFull(flow)) && ![...ends].some(isFull)
    })
  }

  /** The flows into a gateway by which paths from a place end, walked one by one. */
  #endsOfPaths(place: string, gateway: BpmnNode): ReadonlySet<string> {
    const ends = new Set<string>()
    const walk = (at: string, path: readonly string[]) => {
      if (path.includes(at)) return
      for (const { id, targetId } of this.#leaving(at)) {
        if (targetId === gateway.id) ends.add(id)
        else walk(targetId, [...path, at])
      }
    }
    walk(this.#targetOf(place)?.id ?? place, [])
    return ends
  }

  /** Whoever is at work may also leave by what lies on its boundary. */
  #leaving(id: string): readonly BpmnFlow[] {
    const from = new Set([id, ...this.edgesOf(id)])
    return this.#flows.filter(({ sourceId }) => from.has(sourceId))
  }

  #isInclusiveJoin(node: BpmnNode): boolean {
    return node.type === 'inclusiveGateway' && this.#incoming(node).length > 1
  }

  #incoming({ id }: BpmnNode): readonly string[] {
    return this.#flows.flatMap((flow) => (flow.targetId === id ? flow.id : []))
  }

  /** Where a flow leads; undefined where it is no flow but work. */
  #targetOf(place: string): BpmnNode | undefined {
    const flow = this.#flows.find(({ id }) => id === place)
    return flow && this.#node(flow.targetId)
  }

  #node(id: string): BpmnNode {
    const found = this.#nodes.get(id)
    if (!found) throw new TypeError(`no element ${id}`)
    return found
  }
}

function without(marking: Marking, place: string): Marking {
  const at = marking.indexOf(place)
  if (at < 0) throw new TypeError(`no token at ${place}`)
  return marking.toSpliced(at, 1)
}
