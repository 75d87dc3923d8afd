import { boundaryX } from './boundary.ts'
import { dropOf, type Lane } from './cells.ts'
import type { Measures } from './columns.ts'
import type { DrawnEdge, Point } from './drawing.ts'
import type { Net, NetLink } from './net.ts'
import type { Grid } from './place-rows.ts'
import { EVENT } from './scene-of.ts'

/** How a line gets from its source into its row, or from there to its target. */
type Turn = 'straight' | 'drop' | 'track'

/** The way of a line, by rows and columns. */
export type Route = {
  readonly link: NetLink
  readonly lane: Lane
  readonly exit: Turn
  readonly entry: Turn
}

/** Ways for all links, none of which leads through a node. */
export function routesOf(net: Net, grid: Grid): readonly Route[] {
  return net.links.map((link, index) => {
    const lane = grid.travelOf.get(index) ?? laneOf(net, grid, link.from)
    const owner = `link ${index}`
    return {
      ...{ link, lane },
      exit: turn(net, grid, { link, lane, owner, isExit: true }),
      entry: turn(net, grid, { link, lane, owner, isExit: false }),
    }
  })
}

function laneOf({ nodes }: Net, { rowOf }: Grid, node: number): Lane {
  return { band: nodes[node]?.band ?? 0, row: rowOf[node] ?? 0 }
}

type End = {
  readonly link: NetLink
  readonly lane: Lane
  readonly owner: string
  readonly isExit: boolean
}

function turn(net: Net, grid: Grid, { link, lane, owner, isExit }: End): Turn {
  const node = isExit ? link.from : link.to
  const own = laneOf(net, grid, node)
  const isFromEdge = isExit && link.link.boundaryId !== null
  if (isSame(own, lane) && !isFromEdge) return 'straight'
  if (isFromEdge ? !isBelow(lane, own) : !canDrop(net, link, { node, isDown: isBelow(lane, own) }))
    return 'track'
  const column = net.layerOf[node] ?? 0
  const passed = lanesBetween(grid, own, lane)
  // What comes from an edge has the cell below its activity for itself.
  const between = isFromEdge ? passed.slice(0, -1) : passed
  const keys = [owner, dropOf(node)]
  const isClear = between.every((one) =>
    keys.some((key) => grid.cells.isFree(one, { from: column, to: column }, key)),
  )
  if (!isClear) return 'track'
  for (const one of between) {
    if (grid.cells.isFree(one, { from: column, to: column }, dropOf(node)))
      grid.cells.take(one, { from: column, to: column }, dropOf(node))
  }
  return 'drop'
}

function isSame(one: Lane, other: Lane): boolean {
  return one.band === other.band && one.row === other.row
}

function isBelow(one: Lane, other: Lane): boolean {
  return one.band > other.band || (one.band === other.band && one.row > other.row)
}

/**
 * From below or above: into gateways, above which their name may stand, and back into activities with nothing on their
 * edge.
 */
function canDrop(
  net: Net,
  { isBack, from, to }: NetLink,
  { node, isDown }: { readonly node: number; readonly isDown: boolean },
): boolean {
  const at = net.nodes[node]
  if (!at || from === to) return false
  if (at.kind === 'gateway') return isDown || at.label === null
  return isBack && at.kind === 'activity' && at.boundaries.length === 0
}

/** The rows that one comes through, without the first, with the last. */
function lanesBetween({ cells }: Grid, from: Lane, to: Lane): readonly Lane[] {
  const isDown = isBelow(to, from)
  const lanes: Lane[] = []
  let { band, row } = from
  while (band !== to.band || row !== to.row) {
    row += isDown ? 1 : -1
    if (isDown && row >= Math.max(1, cells.count(band))) [band, row] = [band + 1, 0]
    if (row < 0) {
      band -= 1
      row = Math.max(1, cells.count(band)) - 1
    }
    lanes.push({ band, row })
  }
  return lanes
}

/** A way as a line with its corners. */
export function lineOf(net: Net, grid: Grid, measures: Measures): (route: Route) => DrawnEdge {
  return ({ link, lane, exit, entry }) => {
    const y = measures.rowY(lane.band, lane.row)
    const source = endOf(net, grid, { measures, node: link.from })
    const target = endOf(net, grid, { measures, node: link.to })
    const begin =
      link.link.boundaryId === null
        ? leave(source, { exit, y, trackX: measures.leaveX(link.from) })
        : leaveEdge(net, grid, { link, exit, y, measures, source })
    const end = arrive(target, { entry, y, trackX: measures.arriveX(link.to) })
    return { id: link.link.id, points: withoutIdle([...begin, ...end]) }
  }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Measured = { readonly measures: Measures; readonly node: number }

/** The middle of a node and its size. */
function endOf(net: Net, grid: Grid, { measures, node }: Measured): Box {
  const { band, row } = laneOf(net, grid, node)
  const { width, height } = net.nodes[node] ?? { width: 0, height: 0 }
  return { x: measures.columnX(net.layerOf[node] ?? 0), y: measures.rowY(band, row), width, height }
}

type Leaving = { readonly exit: Turn; readonly y: number; readonly trackX: number }

function leave(box: Box, { exit, y, trackX }: Leaving): readonly Point[] {
  if (exit === 'drop') return dropped(box, y)
  const side = { x: box.x + box.width / 2, y: box.y }
  return exit === 'straight' ? [side] : [side, { x: trackX, y: box.y }, { x: trackX, y }]
}

function arrive(
  box: Box,
  { entry, y, trackX }: { readonly entry: Turn; readonly y: number; readonly trackX: number },
): readonly Point[] {
  if (entry === 'drop') return dropped(box, y).toReversed()
  const side = { x: box.x - box.width / 2, y: box.y }
  return entry === 'straight' ? [side] : [{ x: trackX, y }, { x: trackX, y: box.y }, side]
}

function dropped({ x, y: middle, height }: Box, y: number): readonly Point[] {
  const edge = middle + (y > middle ? height / 2 : -height / 2)
  return [
    { x, y: edge },
    { x, y },
  ]
}

type FromEdge = {
  readonly link: NetLink
  readonly exit: Turn
  readonly y: number
  readonly measures: Measures
  readonly source: Box
}

/** Down from the event, or below its row to the side where something is in the way. */
function leaveEdge(net: Net, grid: Grid, { link, exit, y, measures, source }: FromEdge): readonly Point[] {
  const boundaries = net.nodes[link.from]?.boundaries ?? []
  const left = source.x - source.width / 2
  const x = boundaryX(
    { x: left, width: source.width },
    { place: boundaries.findIndex(({ id }) => id === link.link.boundaryId), boundaries },
  )
  const begin = { x, y: source.y + source.height / 2 + EVENT / 2 }
  if (exit === 'drop') return [begin, { x, y }]
  const { band, row } = laneOf(net, grid, link.from)
  const below = measures.belowRow(band, row)
  const track = measures.leaveX(link.from)
  return [begin, { x, y: below }, { x: track, y: below }, { x: track, y }]
}

/** Without corners at which a line only goes on. */
function withoutIdle(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last.x === point.x && last.y === point.y) continue
    const isOn =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isOn) kept.pop()
    kept.push(point)
  }
  return kept
}
