import type { SceneLink, SceneNode } from './scene.ts'

/** A link by the places of its ends. */
export type NetLink = {
  readonly link: SceneLink
  readonly from: number
  readonly to: number
  /** Leads to where one has been already. */
  readonly isBack: boolean
}

/** Nodes in columns: every link but those back leads to the right. */
export type Net = {
  readonly nodes: readonly SceneNode[]
  readonly links: readonly NetLink[]
  /** Places of the links that leave a node, in the order of the file. */
  readonly out: readonly (readonly number[])[]
  readonly layerOf: readonly number[]
  /** How many columns the longest way on from a node has. */
  readonly reachOf: readonly number[]
  /** Nodes so that each comes after all that lead to it. */
  readonly order: readonly number[]
}

type Ends = Omit<NetLink, 'isBack'>

/** Gives every node its column: that of the longest way to it. @see Sugiyama, Tagawa and Toda, 1981 */
export function netOf(nodes: readonly SceneNode[], links: readonly SceneLink[]): Net {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]))
  const ends = links.flatMap((link): readonly Ends[] => {
    const [from, to] = [placeOf.get(link.sourceId), placeOf.get(link.targetId)]
    return from === undefined || to === undefined ? [] : [{ link, from, to }]
  })
  const out: number[][] = nodes.map(() => [])
  for (const [index, { from }] of ends.entries()) out[from]?.push(index)
  const back = backLinks(nodes, ends, out)
  const known = ends.map((end, index) => ({ ...end, isBack: back.has(index) }))
  const order = orderOf(nodes.length, known, out)
  const layerOf = nodes.map(() => 0)
  for (const from of order)
    for (const { to } of forward(known, out[from]))
      layerOf[to] = Math.max(layerOf[to] ?? 0, (layerOf[from] ?? 0) + 1)
  const last = nodes.findIndex(({ isLast }) => isLast)
  if (last >= 0) layerOf[last] = 1 + layerOf.reduce((most, layer) => Math.max(most, layer), 0)
  const reachOf = nodes.map(() => 0)
  for (const from of order.toReversed())
    reachOf[from] = Math.max(
      from === last ? nodes.length : 0,
      ...forward(known, out[from]).map(({ to }) => (reachOf[to] ?? 0) + 1),
    )
  return { nodes, links: known, out, layerOf, reachOf, order }
}

function forward(links: readonly NetLink[], indexes: readonly number[] = []): readonly NetLink[] {
  return indexes.flatMap((index) => {
    const link = links[index]
    return link && !link.isBack ? link : []
  })
}

/** Links to a node that one has come by, walking from where it begins. */
function backLinks(
  nodes: readonly SceneNode[],
  links: readonly Ends[],
  out: readonly (readonly number[])[],
): ReadonlySet<number> {
  const led = new Set(links.map(({ to }) => to))
  const rank = (place: number) => (nodes[place]?.isStart ? 0 : led.has(place) ? 2 : 1)
  const roots = nodes.map((_, place) => place).toSorted((a, b) => rank(a) - rank(b) || a - b)
  const back = new Set<number>()
  const [seen, open] = [new Set<number>(), new Set<number>()]
  for (const root of roots) {
    if (seen.has(root)) continue
    const trail = [{ node: root, next: 0 }]
    seen.add(root)
    open.add(root)
    for (let at = trail.at(-1); at; at = trail.at(-1)) {
      const index = out[at.node]?.[at.next]
      at.next += 1
      if (index === undefined) {
        open.delete(at.node)
        trail.pop()
        continue
      }
      const to = links[index]?.to ?? 0
      if (open.has(to)) back.add(index)
      if (seen.has(to)) continue
      seen.add(to)
      open.add(to)
      trail.push({ node: to, next: 0 })
    }
  }
  return back
}

function orderOf(
  count: number,
  links: readonly NetLink[],
  out: readonly (readonly number[])[],
): readonly number[] {
  const missing = Array.from({ length: count }, () => 0)
  for (const { to, isBack } of links) if (!isBack) missing[to] = (missing[to] ?? 0) + 1
  const order = missing.flatMap((left, place) => (left === 0 ? [place] : []))
  for (let at = 0; at < order.length; at += 1) {
    for (const { to } of forward(links, out[order[at] ?? 0])) {
      missing[to] = (missing[to] ?? 0) - 1
      if (missing[to] === 0) order.push(to)
    }
  }
  return order
}
