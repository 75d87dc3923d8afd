import type { DrawnShape } from './drawing.ts'
import { LABEL_GAP } from './label-size.ts'
import type { SceneBoundary } from './scene.ts'
import { boundaryStep, EVENT } from './scene-of.ts'

type Host = { readonly x: number; readonly width: number }

/** The middle of an event on the lower edge of something: from the right, one beside the other. */
export function boundaryX(
  { x, width }: Host,
  { place, boundaries }: { readonly place: number; readonly boundaries: readonly SceneBoundary[] },
): number {
  const step = boundaryStep(boundaries)
  return x + width - EVENT / 2 - LABEL_GAP - step * (boundaries.length - 1 - place)
}

/** The events on the edge of something, as shapes; their names stand below the edge, to the left. */
export function boundaryShapes(
  host: DrawnShape,
  boundaries: readonly SceneBoundary[],
): readonly DrawnShape[] {
  const bottom = host.y + host.height
  return boundaries.map(({ id, label }, place) => {
    const x = boundaryX(host, { place, boundaries }) - EVENT / 2
    const shape = { id, x, y: bottom - EVENT / 2, width: EVENT, height: EVENT }
    if (!label) return shape
    return { ...shape, label: { ...label, x: x - LABEL_GAP - label.width, y: bottom + LABEL_GAP } }
  })
}
