import { type BpmnModel, type CompileExpression, feelExpressions } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'

/** What a file says; null: it is none that can be read. */
export function readModel(xml: string): BpmnModel | null {
  const read = readBpmn(new TextEncoder().encode(xml))
  return read.ok ? read.value : null
}

/** Expressions as the server understands them. */
export const compileFeelHere: CompileExpression = feelExpressions(() => ({
  now: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}))
