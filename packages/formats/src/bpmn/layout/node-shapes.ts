import { boundaryShapes } from './boundary.ts'
import type { DrawnShape, Point } from './drawing.ts'
import { LABEL_GAP } from './label-size.ts'
import type { SceneNode } from './scene.ts'
import { EVENT } from './scene-of.ts'

/** What is needed above and below the middle of something. */
export type Height = { readonly up: number; readonly down: number }

/** The names of gateways stand above them, those of events below, also of those on an edge. */
export function heightOf({ kind, height, label, boundaries }: SceneNode): Height {
  const [half, own] = [height / 2, label ? label.height + LABEL_GAP : 0]
  if (kind === 'gateway') return { up: half + own, down: half }
  if (kind === 'event') return { up: half, down: half + own }
  const names = boundaries.map((one) => (one.label ? one.label.height + LABEL_GAP : 0))
  return { up: half, down: half + Math.max(0, ...names, boundaries.length > 0 ? EVENT / 2 : 0) }
}

/** A node with its name and with what lies on its edge, around a middle. */
export function nodeShapes(node: SceneNode, middle: Point): readonly DrawnShape[] {
  const { id, width, height, kind, label, boundaries } = node
  const shape = { id, x: middle.x - width / 2, y: middle.y - height / 2, width, height }
  if (!label) return [shape, ...boundaryShapes(shape, boundaries)]
  const y = kind === 'gateway' ? shape.y - LABEL_GAP - label.height : shape.y + height + LABEL_GAP
  return [{ ...shape, label: { ...label, x: middle.x - label.width / 2, y } }]
}
