import { readFile } from 'node:fs/promises'
import { sayProblem } from '@millrace/contract'
import type { Refusal, Result } from '@millrace/core/kernel'
import type { PlannedTask } from '@millrace/core/schedule'
import {
  type MspdiContent,
  type MspdiProject,
  mspdiToPlan,
  planToMspdi,
  readMspdi,
  withPlannedDates,
} from '@millrace/formats/mspdi'
import type { FilePlan } from '@millrace/formats/plan'
import { isXer, readXer, type XerFile, xerToPlan } from '@millrace/formats/xer'
import { messageOf, PlainFault } from '../platform/fault.ts'

/** A plan out of a file, and what the file becomes with the dates that were calculated. */
export type PlanFile = {
  readonly plan: FilePlan
  /** Links that the file closes a circle with, in words. */
  readonly circles: readonly string[]
  readonly withDates: (plan: FilePlan, planned: readonly PlannedTask[]) => MspdiContent
}

/**
 * Reads XML of Microsoft Project or a Primavera file.
 *
 * @throws PlainFault when it cannot be read, or is neither
 */
export async function readPlanFile(path: string, maxBytes: number): Promise<PlanFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new PlainFault(`${path} cannot be read: ${messageOf(error)}.`)
  })
  if (isXer(bytes)) return ofXer(orFault(path, readXer(bytes, { maxBytes })))
  return ofMspdi(orFault(path, readMspdi(bytes, { limits: { maxBytes } })))
}

function ofMspdi(project: MspdiProject): PlanFile {
  const plan = mspdiToPlan(project)
  return {
    plan,
    circles: circlesIn(project.problems, 'mspdi.link_cycle'),
    withDates: (dated, planned) => withPlannedDates(project, dated, planned),
  }
}

function ofXer(file: XerFile): PlanFile {
  const plan = xerToPlan(file)
  return {
    plan,
    circles: circlesIn(file.problems, 'xer.link_cycle'),
    withDates: planToMspdi,
  }
}

type Told = { readonly code: string; readonly params?: Readonly<Record<string, unknown>> }

function circlesIn(problems: readonly Told[], code: string): readonly string[] {
  return problems
    .filter((problem) => problem.code === code)
    .map(({ params = {} }) => (Array.isArray(params['cycle']) ? params['cycle'].join(', ') : ''))
}

function orFault<Value>(path: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new PlainFault(`${path} is no plan that can be read: ${sentenceOf(result.refusal)}`)
}

function sentenceOf({ code, params = {} }: Refusal): string {
  return sayProblem(code, params)
}
