import { type BpmnModel, type BpmnProcess, outlineProcess } from '@millrace/core/process'
import type { ListLanguage } from './list-lengths.ts'
import { ListWriter, type UnsaidCode } from './list-writer.ts'
import { lanesOfRoles } from './listed-step.ts'
import { modelOfList } from './model-of-list.ts'
import { readList } from './read-list.ts'
import { isSameProcess } from './same-process.ts'

/** A model as a list; or why it cannot be said as one, and at which element. */
export type WrittenStepList =
  | { readonly text: string; readonly hasLanes: boolean }
  | { readonly text: null; readonly code: UnsaidCode; readonly elementId: string | null }

/**
 * Writes a model as the list that it is read from: `readStepList` makes the same model of it, but for the names of
 * gateways and flows, which are made of conditions. Where the list would say something else than the model, it is not
 * written, and the reason named.
 */
export function writeStepList(model: BpmnModel, language: ListLanguage): WrittenStepList {
  const [process, ...others] = model.processes
  if (!process || others.length > 0) return unsaid('list.unsaid_several', null)
  const lanes = lanesOfRoles(process)
  const hasLanes = process.lanes.length > 0
  if (hasLanes && !isLaned(process, lanes)) return unsaid('list.unsaid_lanes', null)
  const writer = new ListWriter(language)
  const text = writer.write(outlineProcess(process))
  const [problem] = writer.unsaid
  if (problem) return unsaid(problem.code, problem.elementId)
  const { list, problems } = readList(text)
  const again = modelOfList(list, { ...process, known: stepsOf(process), hasLanes })
  const read = again.model.processes[0]
  const isSame = problems.length + again.problems.length === 0 && read && isSameProcess(process, read)
  return isSame ? { text, hasLanes } : unsaid('list.unsaid_other', null)
}

function unsaid(code: UnsaidCode, elementId: string | null): WrittenStepList {
  return { text: null, code, elementId }
}

function isLaned(process: BpmnProcess, lanes: BpmnProcess['lanes']): boolean {
  const said = ({ name, nodeIds }: BpmnProcess['lanes'][number]) => `${name} ${nodeIds.toSorted().join(' ')}`
  return process.lanes.map(said).join('\n') === lanes.map(said).join('\n')
}

/** Steps of a process and its parts, whose ids and properties go along with their names. */
export function stepsOf({ nodes }: Pick<BpmnProcess, 'nodes'>): BpmnProcess['nodes'] {
  return nodes.flatMap((node) => {
    if (/(?:Event|Gateway)$/.test(node.type)) return []
    return node.content ? [node, ...stepsOf(node.content)] : [node]
  })
}
