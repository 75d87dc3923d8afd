import type { Source } from '../source.ts'
import { behind, drawLanes, laneIndent, lanesOf } from './draw-lanes.ts'
import type { DrawnScene } from './draw-net.ts'
import { drawScene } from './draw-scene.ts'
import { type Drawing, moved } from './drawing.ts'
import { PADDING, sceneOf, scopesIn } from './scene-of.ts'
import { written } from './source-names.ts'

const RIGHT_MARGIN = 20

/** Draws a process or a sub-process with all that lies in it. Depth is bounded by the reader of XML. */
export function drawContent(element: Source): Drawing {
  const inner = new Map(scopesIn(element).map((one) => [written(one, 'id'), drawContent(one)]))
  const lanes = lanesOf(element)
  const drawn = drawScene(sceneOf(element, { bandOf: lanes.bandOf, inner }), lanes.bandCount)
  const whole = [...inner].reduce((all, [id, part]) => withInner(all, id, part), drawn)
  if (lanes.bandCount === 0) return whole
  const indent = laneIndent(lanes)
  const width = whole.width + indent + RIGHT_MARGIN
  const content = moved(whole, { x: indent, y: 0 })
  return behind(drawLanes(lanes, whole, width), { ...content, width })
}

function withInner(drawing: DrawnScene, id: string, inner: Drawing): DrawnScene {
  const shape = drawing.shapes.find((one) => one.id === id)
  if (!shape || inner.shapes.length === 0) return drawing
  const left = shape.x + (shape.width - inner.width) / 2
  const { shapes, edges } = moved(inner, { x: left, y: shape.y + PADDING.top })
  return {
    ...drawing,
    shapes: [...drawing.shapes.map((one) => (one === shape ? { ...one, isExpanded: true } : one)), ...shapes],
    edges: [...drawing.edges, ...edges],
  }
}
