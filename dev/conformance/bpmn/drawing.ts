import type { ModdleElement } from 'bpmn-moddle'

/** What is drawn, and what of it could not be. */
export type Drawing = { readonly shapes: number; readonly edges: number; readonly misses: readonly string[] }

/** Looks whether everything that a diagram holds can be drawn: it stands for an element, and is somewhere. */
export function drawingOf(root: ModdleElement): Drawing {
  const drawn = listOf(root['diagrams']).flatMap(({ plane }) =>
    listOf(isElement(plane) ? plane['planeElement'] : []),
  )
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape')
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge')
  return {
    ...{ shapes: shapes.length, edges: edges.length },
    misses: [...shapes.flatMap(shapeMisses), ...edges.flatMap(edgeMisses)],
  }
}

function shapeMisses(shape: ModdleElement): readonly string[] {
  const isSomewhere = hasNumbers(shape['bounds'], ['x', 'y', 'width', 'height'])
  return [...elementMiss(shape), ...(isSomewhere ? [] : [`${nameOf(shape)} has no bounds`])]
}

function edgeMisses(edge: ModdleElement): readonly string[] {
  const points = listOf(edge['waypoint'])
  const isSomewhere = points.length >= 2 && points.every((point) => hasNumbers(point, ['x', 'y']))
  return [...elementMiss(edge), ...(isSomewhere ? [] : [`${nameOf(edge)} leads from nowhere to nowhere`])]
}

function elementMiss(drawn: ModdleElement): readonly string[] {
  return isElement(drawn['bpmnElement']) ? [] : [`${nameOf(drawn)} stands for nothing`]
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
