import type { Source } from '../source.ts'
import { drawScene } from './draw-scene.ts'
import { type Drawing, moved } from './drawing.ts'
import { PADDING, sceneOf, scopesIn } from './scene-of.ts'
import { written } from './source-names.ts'

/** Draws an element with all that lies in it. Depth is bounded by the reader of XML. */
export function drawContent(element: Source, bandOf: ReadonlyMap<string, number> = new Map()): Drawing {
  const inner = new Map(scopesIn(element).map((one) => [written(one, 'id'), drawContent(one)]))
  const drawn = drawScene(sceneOf(element, { bandOf, inner }))
  return [...inner].reduce((all, [id, part]) => withInner(all, id, part), drawn)
}

function withInner(drawing: Drawing, id: string, inner: Drawing): Drawing {
  const shape = drawing.shapes.find((one) => one.id === id)
  if (!shape) return drawing
  const left = shape.x + (shape.width - inner.width) / 2
  const { shapes, edges } = moved(inner, { x: left, y: shape.y + PADDING.top })
  return {
    ...drawing,
    shapes: [...drawing.shapes.map((one) => (one === shape ? { ...one, isExpanded: true } : one)), ...shapes],
    edges: [...drawing.edges, ...edges],
  }
}
