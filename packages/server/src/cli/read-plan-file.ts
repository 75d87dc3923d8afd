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
import { codeOf, messageOf, PlainFault } from '../platform/fault.ts'

/** A plan out of a file, and what the file becomes with the dates that were calculated. */
export type PlanFile = {
  readonly plan: FilePlan
  /** For what the plan cannot be calculated, in sentences; nothing: it can. */
  readonly faults: readonly string[]
  /** What else is wrong in the file, in sentences. */
  readonly problems: readonly string[]
  readonly withDates: (plan: FilePlan, planned: readonly PlannedTask[]) => MspdiContent
}

/**
 * Reads XML of Microsoft Project or a Primavera file.
 *
 * @throws PlainFault when it cannot be read, or is neither
 */
export async function readPlanFile(path: string, maxBytes: number): Promise<PlanFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (isXer(bytes)) return ofXer(orFault(path, readXer(bytes, { maxBytes })))
  return ofMspdi(orFault(path, readMspdi(bytes, { limits: { maxBytes } })))
}

function unreadable(path: string, error: unknown): PlainFault {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new PlainFault(`There is no file ${path}.`)
    case 'EISDIR':
      return new PlainFault(`${path} is a folder. Give the name of a file.`)
    case 'EACCES':
      return new PlainFault(`This user may not read ${path}.`)
    default:
      return new PlainFault(`${path} cannot be read: ${messageOf(error)}.`)
  }
}

function ofMspdi(project: MspdiProject): PlanFile {
  const plan = mspdiToPlan(project)
  const told = project.problems.map(({ subject, ...problem }) => ({ ...problem, subject: subject.name }))
  return {
    plan,
    ...sorted(told),
    withDates: (dated, planned) => withPlannedDates(project, dated, planned),
  }
}

function ofXer(file: XerFile): PlanFile {
  const plan = xerToPlan(file)
  return { plan, ...sorted(file.problems), withDates: planToMspdi }
}

/** Without these the plan would be another one, and its dates those of nobody's plan. */
const FAULTS = new Set([
  'mspdi.link_cycle',
  'mspdi.duration_negative',
  'mspdi.date_out_of_range',
  'mspdi.assignment_resource_unknown',
  'mspdi.calendar_unknown',
  'xer.link_cycle',
  'xer.assignment_resource_unknown',
  'xer.calendar_unknown',
  'xer.calendar_unreadable',
])

type Told = {
  readonly code: string
  /** What it is about; empty: the file. */
  readonly subject: string
  readonly line: number | undefined
  readonly params?: Refusal['params']
}

function sorted(told: readonly Told[]): Pick<PlanFile, 'faults' | 'problems'> {
  const [faults = [], problems = []] = [true, false].map((isFault) =>
    told.filter(({ code }) => FAULTS.has(code) === isFault).map(sentenceAt),
  )
  return { faults, problems }
}

function sentenceAt({ code, subject, line, params = {} }: Told): string {
  const place = [...(line === undefined ? [] : [`line ${line}`]), ...(subject === '' ? [] : [subject])]
  const sentence = sayProblem(code, params)
  return place.length === 0 ? sentence : `${place.join(', ')}: ${sentence}`
}

function orFault<Value>(path: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new PlainFault(`${path} is no plan that can be read: ${sentenceOf(result.refusal)}`)
}

function sentenceOf({ code, params = {} }: Refusal): string {
  return sayProblem(code, params)
}
