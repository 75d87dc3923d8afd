import type { GraphNode, ProcessGraph } from '../engine/graph.ts'
import { isHumanWork } from '../step.ts'

/** Where a model asks for a form. */
export type FormPlace = {
  /** The id of the element. */
  readonly at: string
  readonly name: string
  readonly key: string
}

/** All places at which a model asks for a form: its steps, and where it begins by hand. */
export function formPlaces(graph: ProcessGraph): readonly FormPlace[] {
  return [...startNodes(graph), ...graph.nodes.filter(isHumanWork)].flatMap(placeOf)
}

/** The form by which an instance is started by hand; null: none. */
export function startFormKey(graph: ProcessGraph): string | null {
  return startNodes(graph).flatMap(placeOf)[0]?.key ?? null
}

/** The form of a step; null: none. */
export function stepFormKey(graph: ProcessGraph, elementId: string): string | null {
  const node = graph.nodes[graph.indexOf.get(elementId) ?? -1]
  return node && isHumanWork(node) ? node.work.assignment.formKey : null
}

function startNodes({ nodes }: ProcessGraph): readonly GraphNode[] {
  return (nodes[0]?.starts ?? [])
    .flatMap((at) => nodes[at] ?? [])
    .filter((node) => node.event.kind === 'none')
}

function placeOf({ id, name, work }: GraphNode): readonly FormPlace[] {
  const key = work.assignment.formKey
  return key === null ? [] : [{ at: id, name: name === '' ? id : name, key }]
}
