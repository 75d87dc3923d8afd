import { parts, referred } from '../layout/source-names.ts'
import { boundsOf, drawnParts, findDrawn, setBounds, waypointsOf } from './drawn-parts.ts'
import type { EditedModel } from './edited-model.ts'
import type { Swapped } from './move-step.ts'
import type { Removed } from './remove-step.ts'

/** Takes what was removed out of the picture; lines that have become one keep all their corners. */
export function drawRemoved(model: EditedModel, { ids, joined }: Removed): boolean {
  for (const [flowId, nextId] of joined) {
    const [edge, next] = [findDrawn(model, flowId), findDrawn(model, nextId)]
    const last = edge && waypointsOf(edge).at(-1)
    const onward = next ? waypointsOf(next).slice(1) : []
    const [from, to] = [onward[0]?.source.span.from, onward.at(-1)?.source.span.to]
    if (!last || from === undefined || to === undefined) return false
    model.replace(last.source.span.from, last.source.span.to, model.xml.slice(from, to))
  }
  for (const one of drawnParts(model)) if (ids.has(referred(one, 'bpmnElement'))) model.remove(one)
  return true
}

/** Lets two shapes change places. Lines stay, as each now belongs to what is at its ends. */
export function drawSwapped(model: EditedModel, [one, other]: Swapped): boolean {
  const [a, b] = [boundsOf(findDrawn(model, one)), boundsOf(findDrawn(model, other))]
  const isSameSize = a && b && a.width === b.width && a.height === b.height
  if (!isSameSize || isHost(model, one) || isHost(model, other)) return false
  if (laneOf(model, one) !== laneOf(model, other)) return false
  setBounds(model, a.source, b)
  setBounds(model, b.source, a)
  return true
}

function isHost(model: EditedModel, id: string): boolean {
  const beside = model.find(id)?.parent?.children ?? []
  return beside.some((each) => referred(each, 'attachedToRef') === id)
}

/** The lanes that an element lies in, as one word. */
function laneOf({ root }: EditedModel, id: string): string {
  const within = (set: (typeof root.children)[number]): readonly string[] =>
    parts(set, 'lane').flatMap((lane) => [
      ...(parts(lane, 'flowNodeRef').some(({ text }) => text.trim() === id) ? [referred(lane, 'id')] : []),
      ...parts(lane, 'childLaneSet').flatMap(within),
    ])
  return parts(root, 'process')
    .flatMap((process) => parts(process, 'laneSet').flatMap(within))
    .join(' ')
}
