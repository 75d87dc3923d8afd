import type { Result } from '@millrace/core/kernel'
import { createMspdiReader, type MspdiProject, mspdiToPlan } from '@millrace/formats/mspdi'
import { isXer } from '@millrace/formats/xer'
import { refuseUnreadable } from '../problem-list.ts'
import type { LoadedPlan } from './loaded-plan.ts'
import { readPrimavera } from './read-primavera.ts'

/** A file to be read. */
export type PlanFile = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly maxBytes: number
}

/**
 * Reads a file of Microsoft Project or Primavera whole. Of what is spread over time the work is read, in which gaps
 * are found; the rest is left, it is the bulk of large files.
 *
 * @throws Refused `exchange.file_unreadable`
 */
export async function loadPlan(file: PlanFile): Promise<LoadedPlan> {
  const pieces = file.bytes[Symbol.asyncIterator]()
  const first = await pieces.next()
  const head = first.done === true ? new Uint8Array() : first.value
  return isXer(head)
    ? await loadPrimavera(file, head, pieces)
    : ofProject(await loadProject(file, head, pieces))
}

async function loadProject(
  { name, maxBytes }: PlanFile,
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): Promise<MspdiProject> {
  const reader = createMspdiReader({ limits: { maxBytes }, timephased: 'work', keepProblems: 1_000 })
  check(name, reader.push(head))
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    check(name, reader.push(next.value))
  }
  return check(name, reader.end())
}

async function loadPrimavera(
  { name, maxBytes }: PlanFile,
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): Promise<LoadedPlan> {
  const pieces = [head]
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) pieces.push(next.value)
  return check(name, readPrimavera(Buffer.concat(pieces), maxBytes))
}

function ofProject(project: MspdiProject): LoadedPlan {
  const problems = project.problems.map(({ code, severity, subject, line, params }) => ({
    code,
    severity,
    line: line ?? null,
    params,
    subject: subject.name || undefined,
  }))
  return { project, plan: mspdiToPlan(project), problems, problemCount: project.problemCount }
}

function check<Value>(name: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  return refuseUnreadable(name, result.refusal)
}
