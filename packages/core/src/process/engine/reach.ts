import type { GraphNode, ProcessGraph } from './graph.ts'

/**
 * Of an inclusive or complex gateway: for each of its incoming flows the nodes from which a token may come by that flow without
 * passing the gateway. A token at an activity may also leave it by what lies on its boundary, and one at a throwing
 * link by the catching one.
 *
 * @see BPMN 2.0.2 §13.4.3, table 13.3
 */
export function reachOf(graph: ProcessGraph, gateway: GraphNode): readonly ReadonlySet<number>[] {
  const isWaiting = gateway.type === 'inclusiveGateway' || gateway.type === 'complexGateway'
  if (!isWaiting || gateway.incoming.length <= 1) return []
  return gateway.incoming.map((index) => {
    const reached = new Set<number>()
    const open = [graph.flows[index]?.from ?? -1]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const node = graph.nodes[place]
      if (!node || node.index === gateway.index || reached.has(place)) continue
      reached.add(place)
      open.push(...comesFrom(graph, node))
    }
    return reached
  })
}

function comesFrom(graph: ProcessGraph, node: GraphNode): readonly number[] {
  const sources = node.incoming.flatMap((flow) => graph.flows[flow]?.from ?? [])
  const links = graph.nodes.filter(({ linkTargets }) => linkTargets.includes(node.index))
  return [...sources, ...(node.attachedTo >= 0 ? [node.attachedTo] : []), ...links.map(({ index }) => index)]
}
