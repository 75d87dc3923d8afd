import { compileTests, compileText } from '../compile/compile-text.ts'
import { beginEvaluation } from '../compile/evaluation.ts'
import { Scope } from '../compile/scope.ts'
import { NameIndex } from '../syntax/name-scope.ts'
import { literalOf } from '../values/text.ts'
import type { FeelValue } from '../values/value.ts'

/** The moment that `now()` gives in tests: 2026-03-29T00:30Z, half an hour before Berlin changes its clocks. */
export const NOW = Date.UTC(2026, 2, 29, 0, 30)

/** An expression compiled among variables, ready for any values of them. */
export function compile(text: string, names: readonly string[] = [], components: readonly string[] = []) {
  const problems: string[] = []
  const around = {
    scope: new Scope(names, null),
    components: new NameIndex(components),
    types: new NameIndex(),
    findType: () => undefined,
    source: 'test',
    report: (code: string) => void problems.push(code),
  }
  const { evaluate } = compileText(text, around)
  const run = (values: readonly FeelValue[] = []) => {
    const evaluation = beginEvaluation(NOW, 'Europe/Berlin')
    const value = evaluate({ values, parent: null, run: evaluation.run })
    return { value, text: literalOf(value), warnings: evaluation.warnings }
  }
  return { run, problems, around }
}

/** The value of an expression without variables, as FEEL writes it. */
export function feel(text: string): string {
  return compile(text).run().text
}

/** Codes of the warnings of an expression without variables. */
export function warningsOf(text: string): readonly string[] {
  return compile(text)
    .run()
    .warnings.map(({ code }) => code)
}

/** Whether an input entry holds for a value given as FEEL. */
export function holds(tests: string, value: string): boolean | null {
  const { around } = compile('null')
  const tested = compile(value).run().value
  const { test } = compileTests(tests, { ...around, scope: new Scope(['?'], null) })
  const { run } = beginEvaluation(NOW, 'Europe/Berlin')
  return test({ values: [tested], parent: null, run }, tested)
}
