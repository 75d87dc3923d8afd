import type { DmnModel, DmnProblem } from '@millrace/core/decision'
import type { Refusal } from '@millrace/core/kernel'
import { refuse } from '../../../platform/commands/index.ts'
import type { DecisionKey } from '../store/decisions.ts'
import { compileDecision, readDecision } from './read-decision.ts'

/** The model of a file, or the end of the unit of work with what is wrong in the file. */
export function modelOf(file: { readonly name: string; readonly xml: string }, index: number): DmnModel {
  const read = readDecision(file.xml)
  if (read.ok) return read.value
  const { code, params } = read.refusal
  return refuse('process.decision_unreadable', { ...params, model: file.name, problem: code }, index)
}

/** The decisions of a model, as tasks name them. */
export function keysOf({ decisions }: DmnModel): readonly DecisionKey[] {
  return decisions.map(({ id, name }) => ({ key: id, name }))
}

/** The first reason why a model cannot be decided as it is written; null: there is none. */
export function findFault(model: DmnModel, others: readonly DmnModel[]): Refusal | null {
  const { problems } = compileDecision(model, others)
  const [first] = problems
  return first === undefined ? null : { code: 'process.decision_faulty', params: paramsOf(first) }
}

function paramsOf({ code, element, line, params }: DmnProblem): NonNullable<Refusal['params']> {
  return { ...params, problem: code, element, line }
}
