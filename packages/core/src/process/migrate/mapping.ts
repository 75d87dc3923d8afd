import type { GraphFlow, GraphNode, ProcessGraph } from '../engine/graph.ts'
import { isSameKind, type MigrationPlan } from './migration-plan.ts'

/** Two versions of a process, and where what is in one goes in the other. -1: nowhere. */
export class Mapping {
  readonly from: ProcessGraph
  readonly to: ProcessGraph
  readonly #plan: MigrationPlan
  readonly #nodes: readonly number[]
  readonly #flows: ReadonlyMap<string, number>

  constructor(from: ProcessGraph, to: ProcessGraph, plan: MigrationPlan) {
    this.from = from
    this.to = to
    this.#plan = plan
    this.#nodes = from.nodes.map(({ index, id }) => {
      const target = this.#targetOf(id)
      if (index === 0) return 0
      return target === null ? -1 : (to.indexOf.get(target) ?? -1)
    })
    this.#flows = new Map(to.flows.map(({ id, index }) => [id, index]))
  }

  node(index: number): number {
    return this.#nodes[index] ?? -1
  }

  /** A flow by the plan or its id; else the only one between what its ends go to. */
  flow(index: number): number {
    const flow = this.from.flows[index]
    if (!flow) return -1
    const target = this.#targetOf(flow.id)
    const named = target === null ? -1 : (this.#flows.get(target) ?? -1)
    const isThere = (one: GraphFlow | undefined) => one?.to === this.node(flow.to)
    if (target === null || isThere(this.to.flows[named])) return named
    const between = this.to.flows.filter((one) => isThere(one) && one.from === this.node(flow.from))
    return between.length === 1 ? (between[0]?.index ?? -1) : -1
  }

  source(index: number): GraphNode {
    return nodeOf(this.from, index)
  }

  /** What an element goes to; null: nowhere. */
  target(index: number): GraphNode | null {
    return this.to.nodes[this.node(index)] ?? null
  }

  /** Where what waits for an event waits for it afterwards, if it is the same event in the same place; -1: nowhere. */
  event(index: number, at: 'boundaries' | 'outgoing' | 'starts'): number {
    const [source, target] = [this.source(index), this.target(index)]
    if (!target || !isSameKind(source, target)) return -1
    if (at === 'boundaries') return target.attachedTo === this.node(source.attachedTo) ? target.index : -1
    if (at === 'starts') return target.scope === this.node(source.scope) ? target.index : -1
    return target.index
  }

  #targetOf(id: string): string | null {
    return Object.hasOwn(this.#plan, id) ? (this.#plan[id] ?? null) : id
  }
}

/** A node that must be there. */
export function nodeOf(graph: ProcessGraph, index: number): GraphNode {
  const node = graph.nodes[index]
  if (!node) throw new TypeError(`the process has no node ${index}`)
  return node
}
