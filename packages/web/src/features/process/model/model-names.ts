import type { BpmnContent } from '@millrace/core/process'
import type { ModelEditor } from '../../../ui/bpmn/index.ts'
import { modelTexts as texts } from '../texts-model.ts'
import { readModel } from './read-model.ts'

/** What elements and flows of a model are called: by their names, else by what they are. */
export function namesOf(xml: string): (id: string) => string {
  const model = readModel(xml)
  const names = new Map(
    model?.processes.flatMap((process) => [[process.id, process.name] as const, ...inside(process)]),
  )
  return (id) => names.get(id) || id
}

/** The same of a drawing, whose elements are named while they are drawn. */
export function drawnNames(editor: ModelEditor | null): (id: string) => string {
  return (id) => {
    const element = editor?.describe(id)
    if (!element) return id
    const { name, type, targetId } = element
    if (name.trim() !== '') return name
    return targetId === null ? kindOf(type) : `→ ${drawnNames(editor)(targetId)}`
  }
}

function inside({ nodes, flows }: BpmnContent): readonly (readonly [id: string, name: string])[] {
  const named = new Map(nodes.map(({ id, name, type }) => [id, name.trim() || kindOf(type)]))
  return [
    ...named,
    ...flows.map(
      ({ id, name, targetId }) => [id, name.trim() || `→ ${named.get(targetId) ?? targetId}`] as const,
    ),
    ...nodes.flatMap(({ content }) => (content ? inside(content) : [])),
  ]
}

function kindOf(type: string): string {
  if (type.endsWith('Gateway')) return texts.elements.gateway
  if (type.endsWith('Event')) return texts.elements.event
  return /(?:SubProcess|transaction)$/.test(type) ? texts.elements.part : texts.elements.task
}
