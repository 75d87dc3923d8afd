import type { Net, NetLink } from './net.ts'

/**
 * Links that nothing leads around: without one of them, what is before and what is behind are not connected.
 *
 * @see Tarjan, A note on finding the bridges of a graph, 1974
 */
export function bridgesOf(net: Net): ReadonlySet<NetLink> {
  const finder = new BridgeFinder(net)
  for (const root of net.nodes.keys()) finder.walkFrom(root)
  return finder.bridges
}

/** A node on the trail, the link by which it was come to, and which of its links is next. */
type Stop = { readonly node: number; readonly by: number; next: number }

class BridgeFinder {
  readonly bridges = new Set<NetLink>()
  readonly #links: readonly NetLink[]
  readonly #beside: number[][]
  readonly #entered: number[]
  /** The earliest that can be come to from a node and what is behind it. */
  readonly #lowest: number[]
  #time = 0

  constructor({ nodes, links }: Net) {
    this.#links = links
    this.#beside = nodes.map(() => [])
    this.#entered = nodes.map(() => -1)
    this.#lowest = nodes.map(() => 0)
    for (const [index, { from, to }] of links.entries()) {
      this.#beside[from]?.push(index)
      this.#beside[to]?.push(index)
    }
  }

  walkFrom(root: number): void {
    if (this.#entered[root] !== -1) return
    const trail = [this.#enter(root, -1)]
    for (let at = trail.at(-1); at; at = trail.at(-1)) {
      const index = this.#beside[at.node]?.[at.next]
      at.next += 1
      if (index === undefined) this.#leave(trail)
      else if (index !== at.by) this.#goAlong(trail, at.node, index)
    }
  }

  #enter(node: number, by: number): Stop {
    this.#entered[node] = this.#time
    this.#lowest[node] = this.#time
    this.#time += 1
    return { node, by, next: 0 }
  }

  #goAlong(trail: Stop[], node: number, index: number): void {
    const link = this.#links[index]
    if (!link) return
    const other = link.from === node ? link.to : link.from
    if (this.#entered[other] === -1) trail.push(this.#enter(other, index))
    else this.#lower(node, this.#entered[other] ?? 0)
  }

  #leave(trail: Stop[]): void {
    const [left, above] = [trail.pop(), trail.at(-1)]
    const link = this.#links[left?.by ?? -1]
    if (!left || !above || !link) return
    const lowest = this.#lowest[left.node] ?? 0
    this.#lower(above.node, lowest)
    if (lowest > (this.#entered[above.node] ?? 0)) this.bridges.add(link)
  }

  #lower(node: number, to: number): void {
    this.#lowest[node] = Math.min(this.#lowest[node] ?? 0, to)
  }
}
