import { TESTED } from '../../feel/compile/compile-test.ts'
import { compileTests, compileText } from '../../feel/compile/compile-text.ts'
import type { Evaluator, Tester } from '../../feel/compile/frame.ts'
import { Scope } from '../../feel/compile/scope.ts'
import { typed } from '../boxed/typed.ts'
import { inside, type Spot, surroundings } from '../environment.ts'
import type { DecisionTable, FeelText, TableOutput } from '../model.ts'
import { type OrderedTest, separateTests } from './separate-tests.ts'

/** The results of a table's rules, ready to be worked out. */
export type TableOutputs = {
  readonly policy: DecisionTable['hitPolicy']
  readonly aggregation: DecisionTable['aggregation']
  /** Null when there is one output, whose value is the result by itself. */
  readonly names: readonly string[] | null
  /** For each rule, one value an output. */
  readonly rules: readonly (readonly Evaluator[])[]
  /** The values of an output in the order of their priority; none: no order is given. */
  readonly priorities: readonly (readonly Tester[])[]
  /** Null when no output has a default. */
  readonly defaults: readonly Evaluator[] | null
  readonly spot: Spot
}

export function compileOutputs(table: DecisionTable, spot: Spot): TableOutputs {
  const { outputs, rules, hitPolicy, aggregation } = table
  const isSingle = outputs.length < 2
  const hasDefault = outputs.some(({ defaultValue }) => defaultValue !== null)
  return {
    policy: hitPolicy,
    aggregation,
    names: isSingle ? null : outputs.map(({ name }, index) => name ?? `output ${index + 1}`),
    rules: rules.map((rule, index) =>
      outputs.map((output, column) =>
        compileEntry(rule.outputs[column], output, inside(spot, `rule ${index + 1}`)),
      ),
    ),
    priorities: outputs.map(({ allowedValues }) => compilePriorities(allowedValues, spot)),
    defaults: hasDefault
      ? outputs.map((output) =>
          compileEntry(output.defaultValue ?? undefined, output, inside(spot, 'default')),
        )
      : null,
    spot,
  }
}

function compileEntry(text: FeelText | undefined, output: TableOutput, spot: Spot): Evaluator {
  if (text === undefined || text.text.trim() === '' || text.text.trim() === '-') return () => null
  const within = inside(spot, output.label ?? output.name ?? 'output')
  const { evaluate } = compileText(text.text, surroundings(within, text))
  return typed(evaluate, output.typeRef, { spot: within, line: text.line })
}

function compilePriorities(values: FeelText | null, spot: Spot): readonly Tester[] {
  if (values === null) return []
  const within = inside(spot, 'output values', new Scope([TESTED], spot.scope))
  return separateTests(values.text, compileTests(values.text, surroundings(within, values)).tree).map(
    ({ text }: OrderedTest) => compileTests(text, surroundings(within, { ...values, text })).test,
  )
}
