import type { Result } from '@millrace/core/kernel'
import { createMspdiReader, type MspdiProject } from '@millrace/formats/mspdi'
import { refuseUnreadable } from '../problem-list.ts'

/** Reads a Microsoft Project file whole; what is spread over time is left, it is the bulk of large files. */
export async function loadPlan(file: {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly maxBytes: number
}): Promise<MspdiProject> {
  const reader = createMspdiReader({
    limits: { maxBytes: file.maxBytes },
    timephased: 'leave',
    keepProblems: 1_000,
  })
  for await (const bytes of file.bytes) check(file.name, reader.push(bytes))
  return check(file.name, reader.end())
}

function check<Value>(name: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  return refuseUnreadable(name, result.refusal)
}
