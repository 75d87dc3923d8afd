import { bridgesOf } from './bridges.ts'
import { COLUMN_GAP } from './columns.ts'
import { drawNet } from './draw-net.ts'
import { type Drawing, type DrawnEdge, moved, type Point } from './drawing.ts'
import { type Net, type NetLink, netOf } from './net.ts'
import { rowBreaks } from './row-breaks.ts'
import type { Scene, SceneLink, SceneNode } from './scene.ts'

/** As much as is read at once: beside the menu on a screen of 1440, and across a page of A4. */
const PAGE = 1280
/** As long are the rows of what is broken. */
const ROW = 1160
const ROW_GAP = 72

type Part = Pick<Scene, 'nodes' | 'links'>

/** Draws what is connected below each other; what is wider than a page goes on in a row below. */
export function drawRows(scene: Part): Drawing {
  const drawings = connected(scene).map(drawConnected)
  const shapes = []
  const edges = []
  let [width, height] = [0, 0]
  for (const drawing of drawings) {
    const top = height === 0 ? 0 : height + ROW_GAP
    const there = moved(drawing, { x: 0, y: top })
    shapes.push(...there.shapes)
    edges.push(...there.edges)
    width = Math.max(width, drawing.width)
    height = top + drawing.height
  }
  return { width, height, shapes, edges }
}

/** What leads to each other, part by part, in the order of the file. */
function connected({ nodes, links }: Part): readonly Part[] {
  const known = new Set(nodes.map(({ id }) => id))
  const between = links.filter(({ sourceId, targetId }) => known.has(sourceId) && known.has(targetId))
  const groupOf = groupsOf(
    nodes.map(({ id }) => id),
    between.map(({ sourceId, targetId }) => [sourceId, targetId]),
  )
  const nodesOf = Map.groupBy(nodes, ({ id }) => groupOf.get(id))
  const linksOf = Map.groupBy(between, ({ sourceId }) => groupOf.get(sourceId))
  return [...nodesOf].map(([group, part]) => ({ nodes: part, links: linksOf.get(group) ?? [] }))
}

/** To which group each belongs: those that are linked are in one. */
function groupsOf<Id>(ids: readonly Id[], links: readonly (readonly [Id, Id])[]): ReadonlyMap<Id, number> {
  const beside = new Map(ids.map((id): [Id, Id[]] => [id, []]))
  for (const [one, other] of links) {
    beside.get(one)?.push(other)
    beside.get(other)?.push(one)
  }
  const groupOf = new Map<Id, number>()
  for (const [group, id] of ids.entries()) {
    const open = groupOf.has(id) ? [] : [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (groupOf.has(next)) continue
      groupOf.set(next, group)
      open.push(...(beside.get(next) ?? []))
    }
  }
  return groupOf
}

function drawConnected({ nodes, links }: Part): Drawing {
  const net = netOf(nodes, links)
  const whole = drawNet(net, 0)
  const cuts = whole.width > PAGE ? cutsOf(net) : []
  if (cuts.length === 0) return whole
  const pieces = piecesOf(net, cuts)
  const rowOf = rowBreaks(
    pieces.map((piece) => drawNet(netOf(piece.nodes, piece.links), 0).width - COLUMN_GAP),
    ROW,
  )
  const breaks = cuts.filter((_, place) => rowOf[place] !== rowOf[place + 1])
  return breaks.length === 0 ? whole : drawBroken(piecesOf(net, breaks), breaks)
}

/** The links along the longest way that alone lead on from what is before them. */
function cutsOf(net: Net): readonly NetLink[] {
  const bridges = bridgesOf(net)
  const reach = (node: number) => net.reachOf[node] ?? 0
  const [first] = net.order
    .filter((node) => net.layerOf[node] === 0)
    .toSorted((a, b) => reach(b) - reach(a) || a - b)
  const cuts: NetLink[] = []
  for (let node = first; node !== undefined; ) {
    const [best] = (net.out[node] ?? [])
      .flatMap((index) => net.links[index] ?? [])
      .filter(({ isBack }) => !isBack)
      .toSorted((a, b) => reach(b.to) - reach(a.to))
    if (best && best.link.boundaryId === null && bridges.has(best)) cuts.push(best)
    node = best?.to
  }
  return cuts
}

/** What is between the cuts, in their order. */
function piecesOf({ nodes, links }: Net, cuts: readonly NetLink[]): readonly Part[] {
  const cut = new Set(cuts)
  const left = links.filter((link) => !cut.has(link))
  const groupOf = groupsOf(
    [...nodes.keys()],
    left.map(({ from, to }) => [from, to]),
  )
  const nodesOf = Map.groupBy(nodes.keys(), (place) => groupOf.get(place))
  const linksOf = Map.groupBy(left, ({ from }) => groupOf.get(from))
  const firsts = [cuts[0]?.from ?? 0, ...cuts.map(({ to }) => to)]
  return firsts.map((first) => ({
    nodes: (nodesOf.get(groupOf.get(first)) ?? []).flatMap((place) => nodes[place] ?? []),
    links: (linksOf.get(groupOf.get(first)) ?? []).map(({ link }) => link),
  }))
}

/** Where a row goes on from the row above, and where to the row below; they have no size. */
const BEGIN = 'row begins'
const END = 'row ends'

function drawBroken(rows: readonly Part[], breaks: readonly NetLink[]): Drawing {
  const drawn = rows.map((row, place) => drawRow(row, breaks[place - 1]?.link, breaks[place]?.link))
  const width = drawn.reduce((most, row) => Math.max(most, row.width), 0)
  const tops: number[] = []
  let height = 0
  for (const row of drawn) {
    tops.push(height)
    height += row.height + ROW_GAP
  }
  const placed = drawn.map((row, place) => moved(row, { x: 0, y: tops[place] ?? 0 }))
  const joined = breaks.flatMap(({ link }, place): readonly DrawnEdge[] => {
    const [leaving, arriving] = [placed[place], placed[place + 1]].map((row) =>
      row?.edges.find(({ id }) => id === link.id),
    )
    if (!leaving || !arriving) return []
    const y = (tops[place + 1] ?? 0) - ROW_GAP / 2
    return [{ ...leaving, points: around(leaving.points, arriving.points, y) }]
  })
  const isBroken = new Set(breaks.map(({ link }) => link.id))
  return {
    ...{ width, height: height - ROW_GAP },
    shapes: placed.flatMap(({ shapes }) => shapes.filter(({ id }) => id !== BEGIN && id !== END)),
    edges: [...placed.flatMap(({ edges }) => edges.filter(({ id }) => !isBroken.has(id))), ...joined],
  }
}

function drawRow(
  { nodes, links }: Part,
  before: SceneLink | undefined,
  after: SceneLink | undefined,
): Drawing {
  const begin = before ? [{ ...before, sourceId: BEGIN, label: null }] : []
  const end = after ? [{ ...after, targetId: END }] : []
  const withEnds = [
    ...(before ? [bare(BEGIN)] : []),
    ...nodes,
    ...(after ? [{ ...bare(END), isStart: false, isLast: true }] : []),
  ]
  return drawNet(netOf(withEnds, [...begin, ...links, ...end]), 0)
}

function bare(id: string): SceneNode {
  const size = { width: 0, height: 0, band: 0 }
  return { id, kind: 'event', isStart: true, ...size, boundaries: [], label: null }
}

/** At the end of the row down between the rows, back to the left and on. */
function around(leaving: readonly Point[], arriving: readonly Point[], y: number): readonly Point[] {
  const [last, first] = [leaving.at(-1), arriving[0]]
  if (!last || !first) return leaving
  return [...leaving, { x: last.x, y }, { x: first.x, y }, ...arriving]
}
