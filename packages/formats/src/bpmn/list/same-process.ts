import type { BpmnContent, BpmnFlow, BpmnNode } from '@millrace/core/process'

/**
 * Whether two processes say the same, whatever the ids of what is in them: the same steps, events and ways. Names of
 * gateways and flows do not count, nor gateways at which ways only come together.
 */
export function isSameProcess(one: BpmnContent, other: BpmnContent): boolean {
  const [a, b] = [new Ways(one), new Ways(other)]
  const [starts, others] = [a.starts(), b.starts()]
  if (starts.length !== others.length || a.size !== b.size) return false
  const pairs = new Map(starts.map((start, place) => [start, others[place] ?? '']))
  // A map is gone through with what is added meanwhile.
  for (const [left, right] of pairs) {
    const [from, to] = [a.node(left), b.node(right)]
    if (!from || !to || !isSameNode(from, to) || !pairWays(pairs, a.from(from), b.from(to))) return false
  }
  return pairs.size === a.size
}

/** Notes what the ways of two elements lead to as the same; false: they are not the same ways. */
function pairWays(pairs: Map<string, string>, ways: readonly Way[], others: readonly Way[]): boolean {
  if (ways.length !== others.length) return false
  return ways.every(({ said, targetId }, place) => {
    const other = others[place]
    if (!other || said !== other.said) return false
    if (!pairs.has(targetId)) pairs.set(targetId, other.targetId)
    return pairs.get(targetId) === other.targetId
  })
}

type Way = { readonly said: string; readonly targetId: string }

/** The ways of a process, without gateways at which they only come together. */
class Ways {
  readonly size: number
  readonly #nodes: ReadonlyMap<string, BpmnNode>
  readonly #outOf: ReadonlyMap<string, readonly BpmnFlow[]>

  constructor({ nodes, flows }: BpmnContent) {
    this.#nodes = new Map(nodes.map((node) => [node.id, node]))
    this.#outOf = Map.groupBy(flows, ({ sourceId }) => sourceId)
    this.size = nodes.filter((node) => !this.#isJoin(node)).length
  }

  node(id: string): BpmnNode | undefined {
    return this.#nodes.get(id)
  }

  starts(): readonly string[] {
    return [...this.#nodes.values()].flatMap(({ id, type }) => (type === 'startEvent' ? id : []))
  }

  /** Ways from an element: those that are asked for by what they ask, all in the order of the file. */
  from({ id, defaultFlowId }: BpmnNode): readonly Way[] {
    const ways = (this.#outOf.get(id) ?? []).map((flow) => ({
      said: flow.id === defaultFlowId ? '' : (flow.condition?.text ?? ''),
      targetId: this.#behindJoins(flow.targetId),
    }))
    // Where nothing is asked, no way comes before another.
    const target = ({ targetId }: Way) => this.#nodes.get(targetId)?.name ?? ''
    return ways.toSorted((x, y) => compare(x.said, y.said) || compare(target(x), target(y)))
  }

  #behindJoins(id: string): string {
    const seen = new Set<string>()
    let at = id
    for (let node = this.#nodes.get(at); node && this.#isJoin(node); node = this.#nodes.get(at)) {
      if (seen.has(at)) return at
      seen.add(at)
      at = this.#outOf.get(at)?.[0]?.targetId ?? at
    }
    return at
  }

  #isJoin({ id, type }: BpmnNode): boolean {
    const out = this.#outOf.get(id) ?? []
    return type === 'exclusiveGateway' && out.length === 1 && out[0]?.condition === null
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function isSameNode(one: BpmnNode, other: BpmnNode): boolean {
  const isNamed = !one.type.endsWith('Gateway')
  if (one.type !== other.type || (isNamed && one.name !== other.name)) return false
  if (one.content && other.content && !isSameProcess(one.content, other.content)) return false
  return said(one) === said(other)
}

/** All that is said of an element but its name, its id and where it stands. */
function said(node: BpmnNode): string {
  const { id: _id, name: _name, content, defaultFlowId: _default, ...rest } = node
  return JSON.stringify([content !== null, Object.entries(rest).toSorted(([a], [b]) => compare(a, b))])
}
