import { boundsAttributes, pixels } from '../layout/diagram-markup.ts'
import type { Bounds, Point } from '../layout/drawing.ts'
import { parts, referred, written } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import type { EditedModel } from './edited-model.ts'

/** The shape or line by which an element is drawn. */
export function findDrawn(model: EditedModel, id: string): Source | undefined {
  return drawnParts(model).find((one) => referred(one, 'bpmnElement') === id)
}

/** All shapes and lines of the pictures. */
export function drawnParts({ root }: EditedModel): readonly Source[] {
  return parts(root, 'BPMNDiagram')
    .flatMap((one) => parts(one, 'BPMNPlane'))
    .flatMap(({ children }) => children)
}

/** Where a shape is, and the element that says so. */
export function boundsOf(shape: Source | undefined): (Bounds & { readonly source: Source }) | undefined {
  const [source] = shape ? parts(shape, 'Bounds') : []
  if (!source) return undefined
  const number = (name: string) => Number(written(source, name))
  return { source, x: number('x'), y: number('y'), width: number('width'), height: number('height') }
}

export function setBounds(model: EditedModel, source: Source, bounds: Bounds): void {
  for (const [name, value] of Object.entries(boundsAttributes(bounds)))
    if (written(source, name) !== value) model.setAttribute(source, name, value)
}

export function waypointsOf(edge: Source): readonly (Point & { readonly source: Source })[] {
  return parts(edge, 'waypoint').map((source) => ({
    ...{ source, x: Number(written(source, 'x')), y: Number(written(source, 'y')) },
  }))
}

/** The same corner as text, at another place. */
export function waypointText({ span }: Source, { x, y }: Point): string {
  return `<${span.prefix}waypoint x="${pixels(x)}" y="${pixels(y)}"/>`
}
