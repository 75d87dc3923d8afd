import type { GraphNode, ProcessGraph } from './engine/graph.ts'

type Visit = { readonly at: number; readonly isLeaving: boolean }

/**
 * The elements of a process in the order in which they are read: each after those that lead to it, but for what leads
 * back; one branch after the other; what lies in a sub-process, or on an activity, after that.
 *
 * @returns without the process itself; every element once
 */
export function outlineOrder(graph: ProcessGraph): readonly GraphNode[] {
  const inner = Map.groupBy(graph.nodes, ({ scope }) => scope)
  const seen = new Set<number>()
  const walk = (first: number): readonly GraphNode[] => {
    const backwards: GraphNode[] = []
    const stack: Visit[] = [{ at: first, isLeaving: false }]
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      const node = graph.nodes[visit.at]
      if (!node) continue
      if (visit.isLeaving) backwards.push(node)
      if (seen.has(visit.at)) continue
      seen.add(visit.at)
      stack.push({ at: visit.at, isLeaving: true })
      // What is looked at last comes first: the order is made backwards.
      for (const at of followers(graph, node, inner)) stack.push({ at, isLeaving: false })
    }
    return backwards.toReversed()
  }
  // What nothing leads to comes after what can be come to.
  return graph.nodes.flatMap(({ index }) => walk(index)).filter(({ scope }) => scope >= 0)
}

function followers(
  { flows }: ProcessGraph,
  { index, boundaries, outgoing }: GraphNode,
  inner: ReadonlyMap<number, readonly GraphNode[]>,
): readonly number[] {
  const starts = (inner.get(index) ?? []).filter(
    ({ incoming, attachedTo }) => incoming.length === 0 && attachedTo < 0,
  )
  return [
    ...starts.map((start) => start.index),
    ...boundaries,
    ...outgoing.flatMap((flow) => flows[flow]?.to ?? []),
  ]
}
