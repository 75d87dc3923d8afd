import type { Source } from '../source.ts'
import type { Drawing } from './drawing.ts'
import { LABEL_GAP, labelSize } from './label-size.ts'
import type { Scene, SceneBoundary, SceneExtra, SceneLink, SceneNode } from './scene.ts'
import { isNode, isScope, localId, parts, referred, written } from './source-names.ts'

/** Room around what lies in a sub-process: its name is above. */
export const PADDING = { top: 46, side: 20, bottom: 24 }
/** Events are as wide as that, on an edge as elsewhere. */
export const EVENT = 36
/** From one event without a name on an edge to the next. */
const BOUNDARY_STEP = 46

const TASK = { width: 100, height: 80 }
const GATEWAY = { width: 50, height: 50 }
const EXTRAS: ReadonlyMap<string, { readonly width: number; readonly height: number }> = new Map([
  ['textAnnotation', { width: 120, height: 50 }],
  ['dataObjectReference', { width: 36, height: 50 }],
  ['dataStoreReference', { width: 50, height: 50 }],
])

/** What the drawing of a scene is made with. */
export type Surroundings = {
  /** In which lane an element lies, by the place of the lane. */
  readonly bandOf: ReadonlyMap<string, number>
  /** What lies in sub-processes, drawn already. */
  readonly inner: ReadonlyMap<string, Drawing>
}

/** What is to be drawn in an element. Links that lead nowhere are not. */
export function sceneOf(element: Source, around: Surroundings): Scene {
  const edges = parts(element, 'boundaryEvent')
  const hostOf = new Map(edges.map((one) => [written(one, 'id'), referred(one, 'attachedToRef')]))
  const placed = element.children.filter((one) => isNode(one) && !hostOf.has(written(one, 'id')))
  const known = new Set(placed.map((one) => written(one, 'id')))
  const nodes = placed.map((one) => {
    const id = written(one, 'id')
    const boundaries = edges
      .filter((event) => referred(event, 'attachedToRef') === id)
      .map((event) => ({ id: written(event, 'id'), label: labelSize(written(event, 'name')) }))
    return sceneNode(one, boundaries, around)
  })
  const links = element.children.flatMap((one) => sceneLink(one, { hostOf, known }))
  return { nodes, links, extras: extrasOf(element, hostOf) }
}

function sceneNode(
  element: Source,
  boundaries: readonly SceneBoundary[],
  { bandOf, inner }: Surroundings,
): SceneNode {
  const id = written(element, 'id')
  const kind = kindOf(element)
  return {
    ...{ id, kind, boundaries, isStart: element.name === 'startEvent', band: bandOf.get(id) ?? 0 },
    ...sizeOf(kind, inner.get(id), boundaries),
    label: kind === 'activity' ? null : labelSize(written(element, 'name')),
  }
}

function kindOf({ name }: Source): SceneNode['kind'] {
  if (name.endsWith('Event')) return 'event'
  return name.endsWith('Gateway') ? 'gateway' : 'activity'
}

function sizeOf(kind: SceneNode['kind'], inner: Drawing | undefined, boundaries: readonly SceneBoundary[]) {
  if (kind === 'event') return { width: EVENT, height: EVENT }
  if (kind === 'gateway') return GATEWAY
  const least =
    inner && inner.shapes.length > 0
      ? { width: inner.width + 2 * PADDING.side, height: inner.height + PADDING.top + PADDING.bottom }
      : TASK
  return {
    width: Math.max(least.width, TASK.width, boundaries.length * boundaryStep(boundaries)),
    height: least.height,
  }
}

/** From one event on an edge to the next: their names stand between them. */
export function boundaryStep(boundaries: readonly SceneBoundary[]): number {
  const widest = Math.max(0, ...boundaries.map(({ label }) => label?.width ?? 0))
  return widest === 0 ? BOUNDARY_STEP : BOUNDARY_STEP + widest + LABEL_GAP
}

type Ends = { readonly hostOf: ReadonlyMap<string, string>; readonly known: ReadonlySet<string> }

/** Flows, and what leads from an event of compensation to the activity that undoes. */
function sceneLink(element: Source, { hostOf, known }: Ends): readonly SceneLink[] {
  if (element.name !== 'sequenceFlow' && element.name !== 'association') return []
  const [from, targetId] = [referred(element, 'sourceRef'), referred(element, 'targetRef')]
  const host = hostOf.get(from)
  const sourceId = host ?? from
  if (!known.has(sourceId) || !known.has(targetId)) return []
  const ends = { sourceId, targetId, boundaryId: host === undefined ? null : from }
  return [{ id: written(element, 'id'), ...ends, label: labelSize(written(element, 'name')) }]
}

function extrasOf(element: Source, hostOf: ReadonlyMap<string, string>): readonly SceneExtra[] {
  const lines = [...associations(element), ...element.children.filter(isNode).flatMap(dataLines)]
  return element.children.flatMap((one): readonly SceneExtra[] => {
    const size = EXTRAS.get(one.name)
    if (!size) return []
    const id = written(one, 'id')
    const links = lines.flatMap((line) => {
      if (line.sourceId !== id && line.targetId !== id) return []
      const isFromNode = line.targetId === id
      const nodeId = isFromNode ? line.sourceId : line.targetId
      return [{ id: line.id, isFromNode, nodeId: hostOf.get(nodeId) ?? nodeId }]
    })
    return [{ id, ...size, links }]
  })
}

type Line = { readonly id: string; readonly sourceId: string; readonly targetId: string }

function associations(element: Source): readonly Line[] {
  return parts(element, 'association').map((one) => ({
    id: written(one, 'id'),
    ...{ sourceId: referred(one, 'sourceRef'), targetId: referred(one, 'targetRef') },
  }))
}

/** Data that an activity or event reads or writes; its own ends are left out in the file. */
function dataLines(node: Source): readonly Line[] {
  const nodeId = written(node, 'id')
  const refers = (one: Source, name: string) => localId(parts(one, name)[0]?.text ?? '')
  return [
    ...parts(node, 'dataInputAssociation').map((one) => ({
      ...{ id: written(one, 'id'), sourceId: refers(one, 'sourceRef'), targetId: nodeId },
    })),
    ...parts(node, 'dataOutputAssociation').map((one) => ({
      ...{ id: written(one, 'id'), sourceId: nodeId, targetId: refers(one, 'targetRef') },
    })),
  ].filter(({ id }) => id !== '')
}

/** The sub-processes of an element that are drawn with what lies in them. */
export function scopesIn(element: Source): readonly Source[] {
  return element.children.filter(isScope)
}
