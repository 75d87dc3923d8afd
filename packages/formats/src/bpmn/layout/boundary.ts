import type { DrawnShape } from './drawing.ts'
import { BOUNDARY_STEP, EVENT } from './scene-of.ts'

/** The middle of an event on the lower edge of something: from the right, one beside the other. */
export function boundaryX(
  { x, width }: { readonly x: number; readonly width: number },
  { place, count }: { readonly place: number; readonly count: number },
): number {
  return x + width - BOUNDARY_STEP / 2 - BOUNDARY_STEP * (count - 1 - place)
}

/** The events on the edge of something, as shapes. */
export function boundaryShapes(host: DrawnShape, boundaries: readonly string[]): readonly DrawnShape[] {
  return boundaries.map((id, place) => ({
    id,
    x: boundaryX(host, { place, count: boundaries.length }) - EVENT / 2,
    y: host.y + host.height - EVENT / 2,
    ...{ width: EVENT, height: EVENT },
  }))
}
