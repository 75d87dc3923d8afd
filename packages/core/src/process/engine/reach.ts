import { addTo } from './content-places.ts'
import type { GraphNode, ProcessGraph } from './graph.ts'
import type { ProcessFault } from './process-fault.ts'

/** Places that gateways of one process may keep in mind, all together: people's models need a thousandth of it. */
const REACH_MAX = 1_000_000

/**
 * Of an inclusive or complex gateway: for each of its incoming flows the nodes from which a token may come by that flow without
 * passing the gateway. A token at an activity may also leave it by what lies on its boundary, and one at a throwing
 * link by the catching one.
 *
 * @see BPMN 2.0.2 §13.4.3, table 13.3
 */
export class Reach {
  readonly #graph: Pick<ProcessGraph, 'nodes' | 'flows'>
  readonly #faults: ProcessFault[]
  readonly #linkSources = new Map<number, number[]>()
  #size = 0

  /** @param faults where it is said that there is too much of it */
  constructor(graph: Pick<ProcessGraph, 'nodes' | 'flows'>, faults: ProcessFault[]) {
    this.#graph = graph
    this.#faults = faults
    for (const { index, linkTargets } of graph.nodes)
      for (const target of linkTargets) addTo(this.#linkSources, target, index)
  }

  of(gateway: GraphNode): readonly ReadonlySet<number>[] {
    const isWaiting = gateway.type === 'inclusiveGateway' || gateway.type === 'complexGateway'
    if (!isWaiting || gateway.incoming.length <= 1 || this.#size > REACH_MAX) return []
    const sets = gateway.incoming.map((flow) => this.#by(flow, gateway))
    if (this.#size > REACH_MAX)
      this.#faults.push({ at: gateway.id, kind: 'too-large', detail: String(REACH_MAX) })
    return sets
  }

  #by(flow: number, gateway: GraphNode): ReadonlySet<number> {
    const reached = new Set<number>()
    const open = [this.#graph.flows[flow]?.from ?? -1]
    for (let place = open.pop(); place !== undefined && this.#size <= REACH_MAX; place = open.pop()) {
      const node = this.#graph.nodes[place]
      if (!node || node.index === gateway.index || reached.has(place)) continue
      reached.add(place)
      this.#size += 1
      for (const source of this.#comesFrom(node)) open.push(source)
    }
    return reached
  }

  #comesFrom({ incoming, index, attachedTo }: GraphNode): readonly number[] {
    const sources = incoming.flatMap((flow) => this.#graph.flows[flow]?.from ?? [])
    const links = this.#linkSources.get(index) ?? []
    return [...sources, ...(attachedTo >= 0 ? [attachedTo] : []), ...links]
  }
}
