import { levelsOfText } from '../../feel/compile/compile-text.ts'
import { type Spot, surroundings } from '../environment.ts'
import type { BoxedExpression, FeelText } from '../model.ts'
import { innerBoxed } from '../model-names.ts'

/** Frames that one box takes around what stands within it. */
const BOX = 4

/** How much of the stack a boxed expression takes at most, for the limit on recursion. */
export function boxedLevels(root: BoxedExpression, spot: Spot): number {
  const quiet = { ...spot, environment: { ...spot.environment, tell: () => undefined } }
  const levelsOf = (text: FeelText) => levelsOfText(text.text, surroundings(quiet, text))
  const levels = (expression: BoxedExpression): number => {
    const inner = innerBoxed(expression).map((part) => (part === null ? 0 : levels(part)))
    return (
      BOX + [...inner, ...textsOf(expression).map(levelsOf)].reduce((most, one) => Math.max(most, one), 0)
    )
  }
  return levels(root)
}

function textsOf(expression: BoxedExpression): readonly FeelText[] {
  if (expression.kind === 'literal') return [expression.text]
  if (expression.kind !== 'decision-table') return []
  const { inputs, rules } = expression
  return [
    ...inputs.map((input) => input.expression),
    ...rules.flatMap((rule) => [...rule.inputs, ...rule.outputs]),
  ]
}
