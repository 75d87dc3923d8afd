import type { Cells } from './cells.ts'
import type { Net } from './net.ts'
import type { Grid } from './place-rows.ts'

const GAP = 50
const TRACK = 12
const TRACK_MARGIN = 20
const ROW_GAP = 56
/** A row in which only lines go. */
const LINE_ROW = 12
const BAND_PADDING = 24

/** Places of columns and rows in pixels. */
export type Measures = {
  readonly width: number
  readonly height: number
  /** Middle of a column, and of a row by its lane. */
  readonly columnX: (layer: number) => number
  readonly rowY: (band: number, row: number) => number
  /** Below all that lies in the row, where lines may turn. */
  readonly belowRow: (band: number, row: number) => number
  /** Where a line goes up or down beside its source or before its target. */
  readonly leaveX: (node: number) => number
  readonly arriveX: (node: number) => number
  /** From the top of each lane to its bottom. */
  readonly bands: readonly { readonly y: number; readonly height: number }[]
}

/** Which nodes have lines that go up or down beside them. */
export type Tracks = {
  readonly leaving: ReadonlySet<number>
  readonly arriving: ReadonlySet<number>
  /** How many lanes there are; 0: none. */
  readonly bandCount: number
}

/** Makes columns as wide, and rows as high, as what lies in them. */
export function measure(net: Net, grid: Grid, tracks: Tracks): Measures {
  const columns = measureColumns(net, tracks)
  const rows = measureRows(net, grid, tracks)
  return { ...columns, ...rows }
}

/** Lines that go up or down between two columns, by their nodes. */
type Gap = { readonly leave: number[]; readonly arrive: number[] }

/** The places of nodes by the gap in which they have a line; those before a column come after those behind one. */
function tracksOf(net: Net, { leaving, arriving }: Tracks) {
  const gaps = Array.from({ length: 2 + Math.max(0, ...net.layerOf) }, (): Gap => ({ leave: [], arrive: [] }))
  for (const node of leaving) gaps[(net.layerOf[node] ?? 0) + 1]?.leave.push(node)
  for (const node of arriving) gaps[net.layerOf[node] ?? 0]?.arrive.push(node)
  return gaps
}

function measureColumns(net: Net, tracks: Tracks) {
  const gaps = tracksOf(net, tracks)
  const widths = gaps.slice(1).map(() => 0)
  for (const [node, { width }] of net.nodes.entries()) {
    const layer = net.layerOf[node] ?? 0
    widths[layer] = Math.max(widths[layer] ?? 0, width)
  }
  const middles: number[] = []
  const [leaves, arrives] = [new Map<number, number>(), new Map<number, number>()]
  let x = 0
  for (const [layer, { leave, arrive }] of gaps.entries()) {
    for (const [track, node] of leave.entries()) leaves.set(node, x + TRACK_MARGIN + track * TRACK)
    x += GAP + TRACK * Math.max(0, leave.length + arrive.length - 1)
    for (const [track, node] of arrive.entries()) arrives.set(node, x - TRACK_MARGIN - track * TRACK)
    middles.push(x + (widths[layer] ?? 0) / 2)
    x += widths[layer] ?? 0
  }
  return {
    width: x,
    columnX: (layer: number) => middles[layer] ?? 0,
    leaveX: (node: number) => leaves.get(node) ?? 0,
    arriveX: (node: number) => arrives.get(node) ?? 0,
  }
}

function measureRows(net: Net, { rowOf, cells }: Grid, { bandCount }: Tracks) {
  const padding = bandCount > 0 ? BAND_PADDING : 0
  const tops: { readonly middle: number; readonly bottom: number }[][] = []
  const bands: { readonly y: number; readonly height: number }[] = []
  const heights = heightsOf(net, rowOf, { cells, bandCount })
  let y = 0
  for (const rows of heights) {
    const top = y
    y += padding
    const placed = rows.map((height, row) => {
      y += row === 0 ? 0 : ROW_GAP
      const middle = y + height / 2
      y += height
      return { middle, bottom: y }
    })
    y += padding
    tops.push(placed)
    bands.push({ y: top, height: y - top })
  }
  return {
    ...{ height: y, bands },
    rowY: (band: number, row: number) => tops[band]?.[row]?.middle ?? 0,
    belowRow: (band: number, row: number) => (tops[band]?.[row]?.bottom ?? 0) + ROW_GAP / 2 + 2,
  }
}

type Rows = { readonly cells: Cells; readonly bandCount: number }

function heightsOf(net: Net, rowOf: readonly number[], { cells, bandCount }: Rows): readonly number[][] {
  const heights = Array.from({ length: Math.max(1, bandCount) }, (_, band) =>
    Array.from({ length: Math.max(bandCount > 0 ? 1 : 0, cells.count(band)) }, () => LINE_ROW),
  )
  for (const [node, { band, height }] of net.nodes.entries()) {
    const [rows, row] = [heights[band], rowOf[node] ?? 0]
    if (rows) rows[row] = Math.max(rows[row] ?? 0, height)
  }
  return heights
}
