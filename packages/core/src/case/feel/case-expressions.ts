import { isWrittenTime } from '../../calendar/index.ts'
import { compileOpen, type FeelContext, type FeelProgram, fromJson, toJson } from '../../decision/index.ts'
import type { CaseEvaluated, CaseQuestion, CaseVariables } from '../engine/graph.ts'

/** When and where expressions are asked. */
export type CaseMoment = { readonly now: number; readonly zone: string }

/** What came of making an expression ready; what is wrong stands between two places of its text. */
export type CompiledQuestion =
  | { readonly ok: true; readonly question: CaseQuestion }
  | { readonly ok: false; readonly fault: string; readonly from: number; readonly to: number }

/** Makes an expression of a plan ready. */
export type CompileQuestion = (text: string) => CompiledQuestion

/** Marks by which other programs say that something is an expression. */
const MARKED = /^\s*(?:=|[$#]\{)\s*/
const MARK_END = /\s*\}\s*$/

/**
 * Expressions of a plan in FEEL. Variables are not declared: a name that nothing is known of is a variable, null as long
 * as nobody has written it. What cannot be said because of that is no fault, only no yes. A text that is a time
 * (ISO 8601) stands for itself.
 *
 * @param momentOf when and where it is at the time an expression is asked
 */
export function caseExpressions(momentOf: () => CaseMoment): CompileQuestion {
  return (text) => {
    if (isWrittenTime(text)) {
      return { ok: true, question: { text, names: [], ask: () => ({ ok: true, value: text.trim() }) } }
    }
    const [mark = ''] = MARKED.exec(text) ?? []
    const bare = mark.includes('{') ? text.slice(mark.length).replace(MARK_END, '') : text.slice(mark.length)
    const { program, names } = compileOpen(bare, variablesLikeFunctions(bare))
    const [problem] = program.problems
    if (problem) {
      const { from, to } = problem.place
      return { ok: false, fault: problem.code, from: from + mark.length, to: to + mark.length }
    }
    const ask = (variables: CaseVariables) => answer({ program, names, moment: momentOf() }, variables)
    return { ok: true, question: { text, names, ask } }
  }
}

/** Functions of FEEL whose names people give to what they count and measure. */
const COUNTING = ['count', 'sum', 'min', 'max', 'mean', 'median', 'mode', 'number', 'string']

/** Names that are not called where they stand are variables. */
function variablesLikeFunctions(text: string): readonly string[] {
  return COUNTING.filter((name) => {
    const calls = new RegExp(`\\b${name}\\s*\\(`)
    return new RegExp(`\\b${name}\\b`).test(text) && !calls.test(text)
  })
}

type Asked = {
  readonly program: FeelProgram
  readonly names: readonly string[]
  readonly moment: CaseMoment
}

function answer({ program, names, moment }: Asked, variables: CaseVariables): CaseEvaluated {
  const known: FeelContext = new Map(names.map((name) => [name, fromJson(variables[name], null)]))
  const { value, warnings } = program.evaluate(known, moment)
  const [reason] = warnings
  const isUnknown =
    names.some((name) => (known.get(name) ?? null) === null) ||
    warnings.some(({ code }) => code === 'feel.no_component')
  if (value === null && reason && !isUnknown) return { ok: false, fault: reason.code }
  return { ok: true, value: toJson(value) }
}
