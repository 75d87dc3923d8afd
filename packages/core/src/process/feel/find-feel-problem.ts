import { compileOpen } from '../../decision/index.ts'
import { bareOf } from './bare-expression.ts'

/** What is wrong with an expression, and where in what is written. */
export type FeelProblem = {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  /** Characters, from 0. */
  readonly from: number
  readonly to: number
}

/** The first thing that is wrong with an expression of a model; null: nothing is, or there is none. */
export function findFeelProblem(written: string): FeelProblem | null {
  const bare = bareOf(written.trim())
  if (bare === '') return null
  const [problem] = compileOpen(bare).program.problems
  if (!problem) return null
  const begins = written.indexOf(bare)
  const { code, params, place } = problem
  return { code, params, from: begins + place.from, to: begins + place.to }
}
