import type { Drawing, DrawnEdge, DrawnShape, Point } from './drawing.ts'
import { heightOf, nodeShapes } from './node-shapes.ts'
import type { SceneExtra, SceneNode } from './scene.ts'

const GAP = 40
const LEAST_WIDTH = 600

/** What stands alone, beside each other below a picture, in lines as long as it is wide. */
export function withShelf(drawing: Drawing, alone: readonly SceneNode[]): Drawing {
  const shapes: DrawnShape[] = []
  const limit = Math.max(drawing.width, LEAST_WIDTH)
  const top = drawing.height > 0 ? drawing.height + GAP : 0
  let [x, y, height, right] = [0, top, 0, drawing.width]
  for (const node of alone) {
    const width = Math.max(node.width, node.label?.width ?? 0)
    const { up, down } = heightOf(node)
    if (x > 0 && x + width > limit) [x, y, height] = [0, y + height + GAP, 0]
    shapes.push(...nodeShapes(node, { x: x + width / 2, y: y + up }))
    x += width + GAP
    height = Math.max(height, up + down)
    right = Math.max(right, x - GAP)
  }
  const bottom = alone.length > 0 ? y + height : drawing.height
  return { ...drawing, width: right, height: bottom, shapes: [...drawing.shapes, ...shapes] }
}

/** Notes and data below a picture, each as near as can be to what it belongs to. */
export function withExtras(drawing: Drawing, extras: readonly SceneExtra[]): Drawing {
  if (extras.length === 0) return drawing
  const shapeOf = new Map(drawing.shapes.map((shape) => [shape.id, shape]))
  const wanted = extras.map((extra) => {
    const near = shapeOf.get(extra.links[0]?.nodeId ?? '')
    return { extra, x: near ? near.x + near.width / 2 - extra.width / 2 : 0 }
  })
  const [shapes, edges]: [DrawnShape[], DrawnEdge[]] = [[], []]
  let left = 0
  for (const { extra, x } of wanted.toSorted((a, b) => a.x - b.x)) {
    const shape = {
      ...{ id: extra.id, width: extra.width, height: extra.height },
      ...{ x: Math.max(left, x), y: drawing.height + GAP },
    }
    left = shape.x + shape.width + GAP
    shapes.push(shape)
    edges.push(...linesTo(shape, extra, shapeOf))
  }
  return {
    width: Math.max(drawing.width, left - GAP),
    height: drawing.height + GAP + Math.max(...extras.map(({ height }) => height)),
    shapes: [...drawing.shapes, ...shapes],
    edges: [...drawing.edges, ...edges],
  }
}

function linesTo(
  shape: DrawnShape,
  { links }: SceneExtra,
  shapeOf: ReadonlyMap<string, DrawnShape>,
): readonly DrawnEdge[] {
  return links.flatMap(({ id, nodeId, isFromNode }) => {
    const node = shapeOf.get(nodeId)
    if (!node) return []
    const [above, below] = [bottomOf(node), { x: shape.x + shape.width / 2, y: shape.y }]
    return [{ id, points: isFromNode ? [above, below] : [below, above] }]
  })
}

function bottomOf({ x, y, width, height }: DrawnShape): Point {
  return { x: x + width / 2, y: y + height }
}
