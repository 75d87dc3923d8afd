import { Cells, type Corner, type Lane } from './cells.ts'
import type { Net, NetLink } from './net.ts'

/** Where everything lies in the grid: the column of a node is that of the net. */
export type Grid = {
  readonly rowOf: readonly number[]
  /** Along which row a link goes. */
  readonly travelOf: ReadonlyMap<number, Lane>
  readonly cells: Cells
}

/**
 * Gives every node its row, so that no two have the same cell and every line has cells of its own: the longest way is
 * straight, branches lie below, the inner ones nearer, and ways back go around below.
 */
export function placeRows(net: Net): Grid {
  return new RowPlacer(net).place()
}

/** From which column on a path needs its row, and where the line to it turns. */
type Beginning = { readonly from: number; readonly corners: readonly Corner[] }

class RowPlacer {
  readonly #net: Net
  readonly #cells = new Cells()
  readonly #rowOf: number[]
  readonly #travelOf = new Map<number, Lane>()
  /** Links to be gone along, the next one last. */
  readonly #tasks: number[] = []
  readonly #done = new Set<number>()

  constructor(net: Net) {
    this.#net = net
    this.#rowOf = net.nodes.map(() => -1)
  }

  place(): Grid {
    for (const node of this.#net.order) {
      if (this.#isPlaced(node)) continue
      const band = this.#band(node)
      const from = this.#layer(node)
      this.#placePath(node, { band, row: this.#cells.count(band) }, { from, corners: [] })
      for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) this.#goAlong(task)
    }
    for (const index of this.#backLinks()) this.#goBack(index)
    return { rowOf: this.#rowOf, travelOf: this.#travelOf, cells: this.#cells }
  }

  #goAlong(index: number): void {
    const link = this.#link(index)
    if (link.isBack || this.#done.has(index)) return
    this.#done.add(index)
    const isBoundary = link.link.boundaryId !== null
    // What comes from an edge goes down in the column of its activity.
    const from = this.#layer(link.from) + (isBoundary ? 0 : 1)
    if (this.#isPlaced(link.to)) return this.#goTo(index, { from, isBoundary })
    const band = this.#band(link.to)
    const isSame = band === this.#band(link.from)
    const start = isSame ? this.#row(link.from) + (isBoundary ? 1 : 0) : 0
    const corners = isBoundary ? [] : [this.#corner(link.from)]
    const row = this.#placePath(link.to, { band, row: start }, { from, corners })
    this.#travelOf.set(index, { band, row })
  }

  /** A node and all that follows straight from it, in one row. */
  #placePath(first: number, start: Lane, { from, corners }: Beginning): number {
    const { path, links } = this.#follow(first)
    const last = path.at(-1) ?? first
    const { to, met } = this.#endOf(path)
    const row = this.#cells.takeNearest(start, {
      ...{ extent: { from, to }, owner: `path ${first}` },
      corners: met === null ? corners : [...corners, this.#corner(met)],
    })
    // The line from the last one on to where the path meets another.
    this.#cells.take({ band: start.band, row }, { from: this.#layer(last) + 1, to }, `line ${last}`)
    for (const node of path) this.#rowOf[node] = row
    for (const index of links) {
      this.#done.add(index)
      this.#travelOf.set(index, { band: start.band, row })
    }
    for (const node of path) this.#tasks.push(...(this.#net.out[node] ?? []).toReversed())
    return row
  }

  #follow(first: number): { readonly path: readonly number[]; readonly links: readonly number[] } {
    const [path, links]: [number[], number[]] = [[first], []]
    const band = this.#band(first)
    for (let node = first; ; ) {
      const ways = (this.#net.out[node] ?? []).filter((index) => {
        const { to, isBack, link } = this.#link(index)
        return !isBack && link.boundaryId === null && !this.#isPlaced(to) && this.#band(to) === band
      })
      const [best] = ways.toSorted((a, b) => this.#reach(b) - this.#reach(a))
      if (best === undefined) return { path, links }
      node = this.#link(best).to
      path.push(node)
      links.push(best)
    }
  }

  /** Up to the column before the one where a path meets another: the line to there is straight. */
  #endOf(path: readonly number[]): { readonly to: number; readonly met: number | null } {
    const last = path.at(-1) ?? 0
    const met = (this.#net.out[last] ?? []).flatMap((index) => {
      const { to, isBack } = this.#link(index)
      return !isBack && this.#isPlaced(to) && this.#band(to) === this.#band(last) ? to : []
    })[0]
    if (met === undefined) return { to: this.#layer(last), met: null }
    return { to: Math.max(this.#layer(last), this.#layer(met) - 1), met }
  }

  #corner(node: number): Corner {
    return { column: this.#layer(node), node, lane: { band: this.#band(node), row: this.#row(node) } }
  }

  #goTo(index: number, { from, isBoundary }: { readonly from: number; readonly isBoundary: boolean }): void {
    const { from: source, to: target } = this.#link(index)
    const band = this.#band(source)
    const isTwin = this.#isTwin(index)
    const extent = isTwin
      ? { from: this.#layer(source), to: this.#layer(target) }
      : { from, to: this.#layer(target) - 1 }
    const owner = isBoundary || isTwin ? `link ${index}` : `line ${source}`
    const [leaving, arriving] = [this.#corner(source), this.#corner(target)]
    const corners = isTwin ? [] : isBoundary ? [arriving] : [leaving, arriving]
    const way = { extent, owner, corners }
    const straight = [leaving.lane, arriving.lane].find(
      (lane) => !isBoundary && !isTwin && this.#cells.isOpen(lane, way),
    )
    if (straight) {
      this.#cells.takeWay(straight, way)
      this.#travelOf.set(index, straight)
      return
    }
    const row = this.#cells.takeNearest({ band, row: this.#row(source) + 1 }, way)
    this.#travelOf.set(index, { band, row })
  }

  /** Whether another link before it has the same ends. */
  #isTwin(index: number): boolean {
    const { from, to, link } = this.#link(index)
    const others = this.#net.out[from] ?? []
    return (
      link.boundaryId === null &&
      others.some((other) => other < index && this.#link(other).to === to && !this.#isFromEdge(other))
    )
  }

  #isFromEdge(index: number): boolean {
    return this.#link(index).link.boundaryId !== null
  }

  #goBack(index: number): void {
    const { from, to } = this.#link(index)
    const band = this.#band(from)
    const below = this.#band(to) === band ? Math.max(this.#row(from), this.#row(to)) : this.#row(from)
    const extent = { from: this.#layer(to), to: this.#layer(from) }
    const way = { extent, owner: `link ${index}`, corners: [] }
    const row = this.#cells.takeNearest({ band, row: below + 1 }, way)
    this.#travelOf.set(index, { band, row })
  }

  /** The short ones first: they lie nearer. */
  #backLinks(): readonly number[] {
    const span = (index: number) => this.#layer(this.#link(index).from) - this.#layer(this.#link(index).to)
    return this.#net.links
      .flatMap(({ isBack }, index) => (isBack ? [index] : []))
      .toSorted((a, b) => span(a) - span(b) || a - b)
  }

  #link(index: number): NetLink {
    const link = this.#net.links[index]
    if (!link) throw new RangeError(`No link ${index}.`)
    return link
  }

  #isPlaced(node: number): boolean {
    return this.#row(node) >= 0
  }

  #row(node: number): number {
    return this.#rowOf[node] ?? -1
  }

  #layer(node: number): number {
    return this.#net.layerOf[node] ?? 0
  }

  #band(node: number): number {
    return this.#net.nodes[node]?.band ?? 0
  }

  #reach(index: number): number {
    return this.#net.reachOf[this.#link(index).to] ?? 0
  }
}
