import { decisionProblems, fillSentence, type ParamWords, wordParams } from '@millrace/contract/refusals'
import { words } from './language/index.ts'

const problems = words<Readonly<Record<string, string>>>('import-problems', decisionProblems)
const paramWords = words<ParamWords>('refusal-params', {})

/** What is wrong with an expression or a decision, by its code, in the page's language. */
export function sayDecisionProblem(problem: {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}): string {
  const { code, params } = problem
  return fillSentence(problems[code] ?? code, wordParams(params, paramWords))
}
