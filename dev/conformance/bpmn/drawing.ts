import type { ModdleElement } from 'bpmn-moddle'

/** What is drawn. */
export type Drawing = {
  readonly shapes: number
  readonly edges: number
  /** What of the processes is not in the picture, or nowhere in it. */
  readonly misses: readonly string[]
  /** What of the picture stands for nothing in the file. */
  readonly idle: readonly string[]
}

/** Looks whether all nodes and flows are in the picture, and somewhere; what lies in closed sub-processes need not be. */
export function drawingOf(root: ModdleElement): Drawing {
  const drawn = listOf(root['diagrams']).flatMap(({ plane }) =>
    listOf(isElement(plane) ? plane['planeElement'] : []),
  )
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape')
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge')
  return {
    ...{ shapes: shapes.length, edges: edges.length },
    misses: [...shapes.flatMap(shapeMisses), ...edges.flatMap(edgeMisses), ...missingIn(root, drawn)],
    idle: drawn
      .filter((one) => !isElement(one['bpmnElement']))
      .map((one) => `${nameOf(one)} stands for nothing`),
  }
}

function missingIn(root: ModdleElement, drawn: readonly ModdleElement[]): readonly string[] {
  const shapeOf = new Map(drawn.map((one) => [one['bpmnElement'], one]))
  const missing = (scope: ModdleElement): readonly string[] =>
    listOf(scope['flowElements']).flatMap((one) => {
      if (!one.$instanceOf('bpmn:FlowNode') && !one.$instanceOf('bpmn:SequenceFlow')) return []
      const shape = shapeOf.get(one)
      if (!shape) return [`${nameOf(one)} is not in the picture`]
      return shape['isExpanded'] === true ? missing(one) : []
    })
  return listOf(root['rootElements'])
    .filter((one) => one.$instanceOf('bpmn:Process'))
    .flatMap(missing)
}

function shapeMisses(shape: ModdleElement): readonly string[] {
  const isSomewhere = hasNumbers(shape['bounds'], ['x', 'y', 'width', 'height'])
  return isSomewhere ? [] : [`${nameOf(shape)} has no bounds`]
}

function edgeMisses(edge: ModdleElement): readonly string[] {
  const points = listOf(edge['waypoint'])
  const isSomewhere = points.length >= 2 && points.every((point) => hasNumbers(point, ['x', 'y']))
  return isSomewhere ? [] : [`${nameOf(edge)} leads from nowhere to nowhere`]
}

const nameOf = ({ id, $type }: ModdleElement) => id ?? $type

function listOf(value: unknown): readonly ModdleElement[] {
  return Array.isArray(value) ? value.filter(isElement) : []
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value
}

function hasNumbers(value: unknown, names: readonly string[]): boolean {
  return isElement(value) && names.every((name) => Number.isFinite(value[name]))
}
