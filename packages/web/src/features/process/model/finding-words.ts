import { decisionProblems, fillSentence, processLint, processProblems } from '@millrace/contract/refusals'
import type { ProcessFinding } from '@millrace/core/process'
import { words } from '../../../platform/language/index.ts'

const problems = words<Readonly<Record<string, string>>>('import-problems', {
  ...processProblems,
  ...processLint,
  ...decisionProblems,
})

/** What is noticed of an element, and what to do about it. `name` is what the element is called on the picture. */
export function sayFinding(
  { rule, detail }: ProcessFinding,
  name: string,
): { readonly sentence: string; readonly remedy: string } {
  const said = rule === 'expression' ? sayProblem(detail) : detail
  const params = { at: name, detail: said }
  return {
    sentence: fillSentence(problems[`bpmn.${rule}`] ?? rule, params),
    remedy: fillSentence(problems[`bpmn.${rule}.remedy`] ?? '', params),
  }
}

/** What is wrong with an expression, by its code. */
export function sayProblem(code: string, params: Readonly<Record<string, unknown>> = {}): string {
  // Codes come without their particulars from where expressions are compiled.
  return fillSentence(problems[code] ?? code, params).replace(/\s*[“„]?\{\w+\}[”“]?/g, ' …')
}
