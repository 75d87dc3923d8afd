import { compileText } from './compile/compile-text.ts'
import { beginEvaluation, type FeelWarning } from './compile/evaluation.ts'
import { Scope } from './compile/scope.ts'
import { NameIndex } from './syntax/name-scope.ts'
import type { FeelContext, FeelValue } from './values/value.ts'

/** What came of an expression: its value, and why parts of it were answered with null. */
export type FeelAnswer = { readonly value: FeelValue; readonly warnings: readonly FeelWarning[] }

/** An expression that stands by itself, such as a condition of a process, compiled once. */
export type FeelProgram = {
  /** What is wrong with it whatever the values: mistakes of writing, names that are not known. */
  readonly problems: readonly FeelWarning[]
  /**
   * Its value for variables of the names it was compiled with; one that is missing is null.
   *
   * @param at the moment taken as now, milliseconds since 1970, and where its clocks stand, an IANA name
   */
  readonly evaluate: (
    variables: FeelContext,
    at: { readonly now: number; readonly zone: string },
  ) => FeelAnswer
}

/**
 * Compiles an expression of FEEL.
 *
 * @param names the variables it may use; they may hold blanks and signs
 * @param components names behind dots that hold blanks or signs, as far as they are known
 * @see DMN 1.5 §10.3
 */
export function compileFeel(
  text: string,
  names: readonly string[],
  components: readonly string[] = [],
): FeelProgram {
  const problems: FeelWarning[] = []
  const { evaluate } = compileText(text, {
    scope: new Scope(names, null),
    components: new NameIndex(components),
    types: new NameIndex(),
    findType: () => undefined,
    source: '',
    report: (code, params, place) => problems.push({ code, params, place }),
  })
  return {
    problems,
    evaluate: (variables, { now, zone }) => {
      const { run, warnings } = beginEvaluation(now, zone)
      const values = names.map((name) => variables.get(name) ?? null)
      return { value: evaluate({ values, parent: null, run }), warnings }
    },
  }
}
