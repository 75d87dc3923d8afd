import { outlineOf } from './outline.ts'
import { stronglyConnected } from './strongly-connected.ts'
import type { MspdiTask } from './task.ts'

/** A link between two rows of the task list. */
export type RowLink = { readonly from: number; readonly to: number }

/** A link that closes a circle, and the rows of such a circle (at most twenty). */
export type BrokenLink<Link extends RowLink> = { readonly link: Link; readonly cycle: readonly number[] }

/** Looking for the circle of a link may visit all others, so only this many are looked up. */
const NAMED_CYCLES = 20
const LONGEST_NAMED = 20

/**
 * Chooses links to leave out so that the rest form no circle, in time linear in tasks and links.
 *
 * Every row is two nodes, its begin and its end: a summary begins before and ends after the rows
 * inside it, and a link of any kind leads from end to begin. So a link of a summary counts for all
 * rows inside. Within each knot of circles (strongly connected component) nodes are taken in
 * topological order; where that stops, the row held by the fewest links is freed by leaving those
 * out. There always is a row held by links alone: the first one left in file order, because the
 * begin of its summary comes before it.
 */
export function breakCycles<Link extends RowLink>(
  tasks: readonly MspdiTask[],
  links: readonly Link[],
): readonly BrokenLink<Link>[] {
  const graph = buildGraph(tasks, links)
  const component = stronglyConnected(graph.successors)
  const { leftOut } = new CycleBreaker(graph, component)
  return [...leftOut].flatMap((index, order) => {
    const link = links[index]
    if (link === undefined) return []
    const cycle = order < NAMED_CYCLES ? findCycle(graph, component, link) : []
    return [{ link, cycle }]
  })
}

/** Nodes `2 * row` (begin) and `2 * row + 1` (end). */
type Graph = {
  readonly successors: readonly (readonly number[])[]
  /** Index of the link behind each successor; -1 for the outline. */
  readonly linkOf: readonly (readonly number[])[]
}

function buildGraph(tasks: readonly MspdiTask[], links: readonly RowLink[]): Graph {
  const successors: number[][] = Array.from({ length: tasks.length * 2 }, () => [])
  const linkOf: number[][] = Array.from({ length: tasks.length * 2 }, () => [])
  const add = (from: number, to: number, link: number): void => {
    successors[from]?.push(to)
    linkOf[from]?.push(link)
  }
  const { parents } = outlineOf(tasks)
  parents.forEach((parent, row) => {
    add(2 * row, 2 * row + 1, -1)
    if (parent < 0) return
    add(2 * parent, 2 * row, -1)
    add(2 * row + 1, 2 * parent + 1, -1)
  })
  links.forEach((link, index) => add(2 * link.from + 1, 2 * link.to, index))
  return { successors, linkOf }
}

/** Takes nodes in topological order inside their components, and frees one where that stops. */
class CycleBreaker {
  /** Links left out, in the order chosen. */
  readonly leftOut = new Set<number>()
  readonly #graph: Graph
  readonly #component: readonly number[]
  /** Edges from nodes not yet taken: those of the outline, and links. */
  readonly #outlineWaits: number[]
  readonly #linkWaits: number[]
  readonly #holders: { readonly link: number; readonly from: number }[][]
  readonly #taken: boolean[]
  readonly #ready: number[] = []
  /** Nodes held by links alone, by how many; entries may be out of date. */
  readonly #held: number[][] = []
  readonly #heads: number[] = []

  constructor(graph: Graph, component: readonly number[]) {
    this.#graph = graph
    this.#component = component
    this.#outlineWaits = component.map(() => 0)
    this.#linkWaits = component.map(() => 0)
    this.#holders = component.map(() => [])
    this.#taken = component.map(() => false)
    this.#count()
    component.forEach((_component, node) => this.#sort(node))
    this.#drain()
    for (let node = this.#leastHeld(); node !== undefined; node = this.#leastHeld()) {
      this.#free(node)
      this.#drain()
    }
  }

  #count(): void {
    this.#component.forEach((_component, from) => {
      this.#eachInside(from, (to, link) => {
        const waits = link < 0 ? this.#outlineWaits : this.#linkWaits
        waits[to] = (waits[to] ?? 0) + 1
        if (link >= 0) this.#holders[to]?.push({ link, from })
      })
    })
  }

  #eachInside(from: number, visit: (to: number, link: number) => void): void {
    this.#graph.successors[from]?.forEach((to, at) => {
      if (this.#component[to] === this.#component[from]) visit(to, this.#graph.linkOf[from]?.[at] ?? -1)
    })
  }

  /** Puts a node where it will be found: among the ready, or among those held by links alone. */
  #sort(node: number): void {
    if ((this.#outlineWaits[node] ?? 0) > 0) return
    const holds = this.#linkWaits[node] ?? 0
    if (holds === 0) {
      this.#ready.push(node)
      return
    }
    while (this.#held.length <= holds) {
      this.#held.push([])
      this.#heads.push(0)
    }
    this.#held[holds]?.push(node)
  }

  #drain(): void {
    for (let node = this.#ready.pop(); node !== undefined; node = this.#ready.pop()) {
      this.#taken[node] = true
      this.#eachInside(node, (to, link) => {
        if (this.#leftOut(link)) return
        const waits = link < 0 ? this.#outlineWaits : this.#linkWaits
        waits[to] = (waits[to] ?? 0) - 1
        this.#sort(to)
      })
    }
  }

  #leftOut(link: number): boolean {
    return link >= 0 && this.leftOut.has(link)
  }

  /** The node held by the fewest links, the first in file order among equals. */
  #leastHeld(): number | undefined {
    for (let holds = 1; holds < this.#held.length; holds += 1) {
      const nodes = this.#held[holds] ?? []
      for (let head = this.#heads[holds] ?? 0; head < nodes.length; head += 1) {
        const node = nodes[head] ?? 0
        this.#heads[holds] = head + 1
        if (this.#taken[node] !== true && this.#linkWaits[node] === holds) return node
      }
    }
    return undefined
  }

  #free(node: number): void {
    for (const { link, from } of this.#holders[node] ?? []) {
      if (this.#taken[from] !== true) this.leftOut.add(link)
    }
    this.#linkWaits[node] = 0
    this.#ready.push(node)
  }
}

/** A shortest circle through a link, as rows from its successor to its predecessor. */
function findCycle(graph: Graph, component: readonly number[], link: RowLink): readonly number[] {
  const start = 2 * link.to
  const goal = 2 * link.from + 1
  const cameFrom = new Map<number, number>([[start, start]])
  const queue = [start]
  for (let head = 0; head < queue.length && !cameFrom.has(goal); head += 1) {
    const node = queue[head] ?? start
    for (const next of graph.successors[node] ?? []) {
      if (component[next] !== component[start] || cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  const rows: number[] = []
  for (let node = goal; cameFrom.has(node) && node !== start; node = cameFrom.get(node) ?? start) {
    rows.push(node >> 1)
  }
  rows.push(link.to)
  return [...new Set(rows.toReversed())].slice(0, LONGEST_NAMED)
}
