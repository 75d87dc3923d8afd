import { type XmlMarkup, xmlMarkup } from '../../xml/index.ts'
import type { Bounds, Drawing } from './drawing.ts'

/** What is drawn of which element, under an id that nothing else has. */
export type Diagram = {
  readonly id: string
  /** The process or collaboration that is drawn. */
  readonly elementId: string
  readonly drawing: Drawing
}

/** The prefixes of a file for diagrams, their colons included; what it does not declare is declared. */
export type DiagramPrefixes = {
  readonly bpmndi: string
  readonly dc: string
  readonly di: string
  readonly declared: Readonly<Record<string, string>>
}

/** A diagram as XML: the shapes and lines of BPMN DI. @see BPMN 2.0.2, clause 12 */
export function diagramMarkup(
  { id, elementId, drawing }: Diagram,
  prefixes: DiagramPrefixes,
  indent: string,
): string {
  const { bpmndi, dc, di, declared } = prefixes
  const plane: XmlMarkup = {
    name: `${bpmndi}BPMNPlane`,
    attributes: { id: `${id}_plane`, bpmnElement: elementId },
    children: [
      ...drawing.shapes.map((shape) => ({
        name: `${bpmndi}BPMNShape`,
        attributes: {
          ...{ id: `${shape.id}_di`, bpmnElement: shape.id },
          isHorizontal: shape.isHorizontal ? 'true' : null,
          isExpanded: shape.isExpanded ? 'true' : null,
        },
        children: [
          { name: `${dc}Bounds`, attributes: boundsAttributes(shape) },
          ...labelMarkup(shape.label, prefixes),
        ],
      })),
      ...drawing.edges.map(({ id: edge, points, label }) => ({
        name: `${bpmndi}BPMNEdge`,
        attributes: { id: `${edge}_di`, bpmnElement: edge },
        children: [
          ...points.map(({ x, y }) => ({
            name: `${di}waypoint`,
            attributes: { x: pixels(x), y: pixels(y) },
          })),
          ...labelMarkup(label, prefixes),
        ],
      })),
    ],
  }
  return xmlMarkup(
    { name: `${bpmndi}BPMNDiagram`, attributes: { ...declared, id }, children: [plane] },
    indent,
  )
}

function labelMarkup(label: Bounds | undefined, { bpmndi, dc }: DiagramPrefixes): readonly XmlMarkup[] {
  if (!label) return []
  const bounds = { name: `${dc}Bounds`, attributes: boundsAttributes(label) }
  return [{ name: `${bpmndi}BPMNLabel`, children: [bounds] }]
}

/** Bounds as attributes of an element. */
export function boundsAttributes({ x, y, width, height }: Bounds): Readonly<Record<string, string>> {
  return { x: pixels(x), y: pixels(y), width: pixels(width), height: pixels(height) }
}

/** A place as it is written: whole pixels. */
export function pixels(value: number): string {
  return String(Math.round(value))
}
