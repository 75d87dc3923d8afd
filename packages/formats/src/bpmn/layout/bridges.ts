import type { Net, NetLink } from './net.ts'

/** Links that nothing leads around: without one of them, what is before and what is behind are not connected. */
export function bridgesOf({ nodes, links }: Net): ReadonlySet<NetLink> {
  const beside: number[][] = nodes.map(() => [])
  for (const [index, { from, to }] of links.entries()) {
    beside[from]?.push(index)
    beside[to]?.push(index)
  }
  const [entered, lowest] = [nodes.map(() => -1), nodes.map(() => 0)]
  const bridges = new Set<NetLink>()
  let time = 0
  const enter = (node: number, by: number) => {
    entered[node] = time
    lowest[node] = time
    time += 1
    return { node, by, next: 0 }
  }
  const lower = (node: number, to: number) => {
    lowest[node] = Math.min(lowest[node] ?? 0, to)
  }
  for (const root of nodes.keys()) {
    if (entered[root] !== -1) continue
    const trail = [enter(root, -1)]
    for (let at = trail.at(-1); at; at = trail.at(-1)) {
      const index = beside[at.node]?.[at.next]
      at.next += 1
      const link = links[index ?? -1]
      if (index === undefined || !link) {
        trail.pop()
        const above = trail.at(-1)
        const by = links[at.by]
        if (!above || !by) continue
        lower(above.node, lowest[at.node] ?? 0)
        if ((lowest[at.node] ?? 0) > (entered[above.node] ?? 0)) bridges.add(by)
        continue
      }
      if (index === at.by) continue
      const other = link.from === at.node ? link.to : link.from
      if (entered[other] === -1) trail.push(enter(other, index))
      else lower(at.node, entered[other] ?? 0)
    }
  }
  return bridges
}
