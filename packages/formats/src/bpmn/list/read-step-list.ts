import type { BpmnModel } from '@millrace/core/process'
import { drawBpmn } from '../layout/draw-bpmn.ts'
import { writeBpmn } from '../write/write-bpmn.ts'
import { type ListedProcess, modelOfList } from './model-of-list.ts'
import { readList } from './read-list.ts'
import type { ListProblem } from './step-list.ts'

/** A list that was read: its model as far as it was understood, its file where all was. */
export type ReadStepList = {
  readonly model: BpmnModel
  /** Null: there are problems. */
  readonly xml: string | null
  readonly problems: readonly ListProblem[]
}

/**
 * Reads a regulation, written as a plain numbered list in English or German, as a model. What a line may say stands
 * in docs/processes.md; what is not understood is named by its line (`LIST_PROBLEM_CODES`).
 */
export function readStepList(text: string, process: ListedProcess): ReadStepList {
  const { list, problems: unread } = readList(text)
  const { model, problems: unmade } = modelOfList(list, process)
  const problems = [...unread, ...unmade].toSorted((a, b) => a.line - b.line)
  if (problems.length > 0) return { model, xml: null, problems }
  const drawn = drawBpmn(writeBpmn(model, `definitions_${process.id}`))
  return { model, xml: drawn.ok ? drawn.value : null, problems }
}
