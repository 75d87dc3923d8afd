import { type Measures, measure } from './columns.ts'
import type { Bounds, Drawing, DrawnEdge } from './drawing.ts'
import { LABEL_GAP } from './label-size.ts'
import { type LabelSlot, labelSlots } from './label-slots.ts'
import type { Net } from './net.ts'
import { nodeShapes } from './node-shapes.ts'
import { placeRows } from './place-rows.ts'
import { lineOf, type Route, routesOf } from './route.ts'

/** A picture, and from where to where its lanes go. */
export type DrawnScene = Drawing & { readonly bands: Measures['bands'] }

/** Draws a net in its columns, with room for all names. */
export function drawNet(net: Net, bandCount: number): DrawnScene {
  const grid = placeRows(net)
  const routes = routesOf(net, grid)
  const slots = labelSlots(net, routes)
  const measures = measure(net, grid, { ...tracksOf(routes), slots, bandCount })
  const shapes = net.nodes.flatMap((node, place) => {
    const x = measures.columnX(net.layerOf[place] ?? 0)
    return nodeShapes(node, { x, y: measures.rowY(node.band, grid.rowOf[place] ?? 0) })
  })
  const line = lineOf(net, grid, measures)
  const edges = routes.map((route): DrawnEdge => {
    const slot = slots.slotOf.get(route.link.link)
    const { label } = route.link.link
    if (!slot || !label) return line(route)
    return { ...line(route), label: labelOf(label, slot, measures) }
  })
  const { width, height, bands } = measures
  return { width, height, bands, shapes, edges }
}

function labelOf(
  label: Pick<Bounds, 'width' | 'height'>,
  { lane, place, offset }: LabelSlot,
  { columnX, labelX, rowY }: Measures,
): Bounds {
  const y = rowY(lane.band, lane.row) - LABEL_GAP - label.height
  const x = 'within' in place ? columnX(place.within) - label.width / 2 : labelX(place.before) + offset
  return { ...label, x, y }
}

function tracksOf(routes: readonly Route[]) {
  const leaving = routes.filter(({ exit }) => exit === 'track').map(({ link }) => link.from)
  const arriving = routes.filter(({ entry }) => entry === 'track').map(({ link }) => link.to)
  return { leaving: new Set(leaving), arriving: new Set(arriving) }
}
