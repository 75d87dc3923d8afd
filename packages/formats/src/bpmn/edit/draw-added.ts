import type { Bounds, Point } from '../layout/drawing.ts'
import { written } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import { boundsOf, drawnParts, findDrawn, setBounds, waypointsOf, waypointText } from './drawn-parts.ts'
import type { EditedModel } from './edited-model.ts'

const TASK = { width: 100, height: 80 }
const GAP = 50
/** By how much what lies further right makes room. */
const SHIFT = TASK.width + GAP

/** What was added: a step on a flow, and the flow from it. */
export type Added = { readonly id: string; readonly flowId: string; readonly onFlowId: string }

/**
 * Draws a step on the line on which it was added: what lies further right makes room, and all else stays where whoever
 * drew it put it.
 *
 * @returns whether it could be; else the picture is to be drawn anew
 */
export function drawAdded(model: EditedModel, { id, flowId, onFlowId }: Added): boolean {
  const edge = findDrawn(model, onFlowId)
  const corners = edge ? waypointsOf(edge) : []
  const [first, second, last] = [corners[0], corners[1], corners.at(-1)]
  if (!edge || !first || !second || !last || second.x <= first.x || last.x <= first.x) return false
  makeRoom(model, { line: first.x, edge })
  const bounds = { x: first.x + GAP, y: first.y - TASK.height / 2, ...TASK }
  const onward = [
    { x: bounds.x + TASK.width, y: first.y },
    ...corners.slice(1).map(({ x, y }) => ({ x: x + SHIFT, y })),
  ]
  model.replace(
    second.source.span.from,
    last.source.span.to,
    waypointText(first.source, { x: bounds.x, y: first.y }),
  )
  insertParts(model, edge, [
    shapeText(edge, first.source, { id, bounds }),
    edgeText(edge, first.source, { flowId, points: onward }),
  ])
  return true
}

type Room = { readonly line: number; readonly edge: Source }

function makeRoom(model: EditedModel, { line, edge }: Room): void {
  for (const one of drawnParts(model)) {
    if (one === edge) continue
    for (const { source, x } of waypointsOf(one))
      if (x > line) model.setAttribute(source, 'x', String(Math.round(x + SHIFT)))
    const bounds = boundsOf(one)
    if (bounds) shift(model, one, { bounds, line })
    for (const label of one.children.filter(({ name }) => name === 'BPMNLabel')) {
      const at = boundsOf(label)
      if (at && at.x >= line) setBounds(model, at.source, { ...at, x: at.x + SHIFT })
    }
  }
}

type Shifted = { readonly bounds: Bounds & { readonly source: Source }; readonly line: number }

/** What lies right of the line moves; what holds both sides of it grows. */
function shift(model: EditedModel, shape: Source, { bounds, line }: Shifted): void {
  const { source } = bounds
  const holdsOthers = written(shape, 'isHorizontal') === 'true' || written(shape, 'isExpanded') === 'true'
  if (bounds.x >= line) setBounds(model, source, { ...bounds, x: bounds.x + SHIFT })
  else if (holdsOthers && bounds.x + bounds.width > line)
    setBounds(model, source, { ...bounds, width: bounds.width + SHIFT })
}

function insertParts(model: EditedModel, behind: Source, lines: readonly string[]): void {
  if (!behind.parent) return
  model.insert(
    behind.parent,
    (indent) => lines.map((line) => `${indent}${line}`).join('\n'),
    (one) => one === behind,
  )
}

function shapeText(
  { span }: Source,
  waypoint: Source,
  { id, bounds: { x, y, width, height } }: { readonly id: string; readonly bounds: Bounds },
): string {
  const dc = boundsPrefix(waypoint)
  return `<${span.prefix}BPMNShape id="${id}_di" bpmnElement="${id}"><${dc}Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></${span.prefix}BPMNShape>`
}

/** The prefix of places in this file: that of any other shape. */
function boundsPrefix(waypoint: Source): string {
  const plane = waypoint.parent?.parent
  const shape = plane?.children.find((one) => boundsOf(one))
  return boundsOf(shape)?.source.span.prefix ?? 'dc:'
}

function edgeText(
  { span }: Source,
  waypoint: Source,
  { flowId, points }: { readonly flowId: string; readonly points: readonly Point[] },
): string {
  const corners = points.map((point) => waypointText(waypoint, point)).join('')
  return `<${span.prefix}BPMNEdge id="${flowId}_di" bpmnElement="${flowId}">${corners}</${span.prefix}BPMNEdge>`
}
