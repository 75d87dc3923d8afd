import { LABEL_GAP } from './label-size.ts'
import type { LabelSlots } from './label-slots.ts'
import type { Net } from './net.ts'
import { type Height, heightOf } from './node-shapes.ts'
import type { Grid } from './place-rows.ts'

/** Between columns, and before the first and behind the last one. */
export const COLUMN_GAP = 50
const TRACK = 12
const TRACK_MARGIN = 20
const LABEL_MARGIN = 8
const ROW_GAP = 56
/** Above and below the middle of a row in which only lines go. */
const LINE_ROW = { up: 6, down: 6 }
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
  /** From where on names of flows may stand before a column: nothing goes up or down there. */
  readonly labelX: (layer: number) => number
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
  readonly slots: LabelSlots
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
  const widths = widthsOf(net, tracks)
  const [middles, names]: [number[], number[]] = [[], []]
  const [leaves, arrives] = [new Map<number, number>(), new Map<number, number>()]
  let x = 0
  for (const [layer, { leave, arrive }] of gaps.entries()) {
    for (const [track, node] of leave.entries()) leaves.set(node, x + TRACK_MARGIN + track * TRACK)
    names.push(x + LABEL_MARGIN + (leave.length > 0 ? TRACK_MARGIN + TRACK * (leave.length - 1) : 0))
    x += COLUMN_GAP + TRACK * Math.max(0, leave.length + arrive.length - 1) + tracks.slots.roomBefore(layer)
    for (const [track, node] of arrive.entries()) arrives.set(node, x - TRACK_MARGIN - track * TRACK)
    middles.push(x + (widths[layer] ?? 0) / 2)
    x += widths[layer] ?? 0
  }
  return {
    width: x,
    columnX: (layer: number) => middles[layer] ?? 0,
    labelX: (layer: number) => names[layer] ?? 0,
    leaveX: (node: number) => leaves.get(node) ?? 0,
    arriveX: (node: number) => arrives.get(node) ?? 0,
  }
}

/** A column is as wide as the widest in it, or its name. */
function widthsOf(net: Net, { slots }: Tracks): readonly number[] {
  const widths: number[] = []
  const widen = (layer: number, width: number) => {
    widths[layer] = Math.max(widths[layer] ?? 0, width)
  }
  for (const [node, { width, label }] of net.nodes.entries())
    widen(net.layerOf[node] ?? 0, Math.max(width, label?.width ?? 0))
  for (const [{ label }, { place }] of slots.slotOf)
    if (label && 'within' in place) widen(place.within, label.width)
  return widths
}

function measureRows(net: Net, grid: Grid, tracks: Tracks) {
  const { bandCount } = tracks
  const padding = bandCount > 0 ? BAND_PADDING : 0
  const tops: { readonly middle: number; readonly bottom: number }[][] = []
  const bands: { readonly y: number; readonly height: number }[] = []
  const heights = heightsOf(net, grid, tracks)
  let y = 0
  for (const rows of heights) {
    const top = y
    y += padding
    const placed = rows.map(({ up, down }, row) => {
      y += (row === 0 ? 0 : ROW_GAP) + up
      const middle = y
      y += down
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

function heightsOf(net: Net, { rowOf, cells }: Grid, { bandCount, slots }: Tracks): readonly Height[][] {
  const heights = Array.from({ length: Math.max(1, bandCount) }, (_, band) =>
    Array.from({ length: Math.max(bandCount > 0 ? 1 : 0, cells.count(band)) }, (): Height => LINE_ROW),
  )
  const widen = (band: number, row: number, needed: Height) => {
    const [rows, now] = [heights[band], heights[band]?.[row]]
    if (!rows || !now) return
    rows[row] = { up: Math.max(now.up, needed.up), down: Math.max(now.down, needed.down) }
  }
  for (const [place, node] of net.nodes.entries()) widen(node.band, rowOf[place] ?? 0, heightOf(node))
  for (const [{ label }, { lane }] of slots.slotOf)
    widen(lane.band, lane.row, { up: (label?.height ?? 0) + 2 * LABEL_GAP, down: 0 })
  return heights
}
