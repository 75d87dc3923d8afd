import { isSpace } from './characters.ts'
import type { Cursor } from './cursor.ts'
import type { FeelExpression, Span, TypeExpression } from './expression.ts'
import type { NameScope } from './name-scope.ts'

export type BracketedTests = {
  readonly tests: readonly FeelExpression[]
  readonly end: number
  /** False: the bracket belonged to something else, such as a range. */
  readonly isClosed: boolean
}

/** What the parts of the parser share. The grammar is a circle, so they reach each other by this. */
export type Parser = {
  readonly cursor: Cursor
  readonly names: NameScope
  /** Tests behind `in (`, by where they begin: what is read twice inside them would otherwise double at each level. */
  readonly bracketedTests: Map<number, BracketedTests>
  /** A whole expression; `names` says what is known there. */
  readonly expression: (names: NameScope) => FeelExpression
  /** An expression, or a comparison without its left side, such as `< 5`. */
  readonly test: (names: NameScope) => FeelExpression
  /** A type. */
  readonly type: () => TypeExpression
  /** Values and what follows them: paths, filters, arguments. */
  readonly operand: (names: NameScope) => FeelExpression
}

/** From a place to where the parser stands now, without the space before that. */
export function spanFrom({ cursor }: Parser, from: number): Span {
  let to = cursor.at
  while (to > from && isSpace(cursor.text[to - 1] ?? '')) to -= 1
  return { from, to }
}
