import { readFile } from 'node:fs/promises'
import { sayProblem } from '@millrace/contract'
import type { BpmnModel } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { messageOf, PlainFault } from '../platform/fault.ts'

/** Reads a BPMN file. @throws PlainFault when it cannot be read, or is no BPMN */
export async function readBpmnFile(file: string): Promise<BpmnModel> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new PlainFault(`${file} cannot be read: ${messageOf(error)}.`)
  })
  const read = readBpmn(bytes)
  if (read.ok) return read.value
  const { code, params = {} } = read.refusal
  throw new PlainFault(`${file} is no model that can be read: ${sayProblem(code, params)}`)
}
