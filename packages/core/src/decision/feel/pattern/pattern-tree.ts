/** Whether a character, given by its code point, is one of a class. */
export type CharacterTest = (point: number) => boolean

/** A regular expression of XPath as a tree. */
export type PatternTree =
  | { readonly kind: 'empty' }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | {
      readonly kind: 'repeat'
      readonly part: PatternTree
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }
  | { readonly kind: 'group'; readonly index: number; readonly part: PatternTree }
  | { readonly kind: 'back'; readonly index: number }

/** `s`, `m`, `i`, `x` and `q` of XPath and XQuery Functions and Operators 3.1 §5.6.2. */
export type PatternFlags = {
  readonly isDotAll: boolean
  readonly isMultiLine: boolean
  readonly ignoresCase: boolean
  readonly ignoresSpace: boolean
  readonly isLiteral: boolean
}

/** Thrown inside the reader of patterns alone; its entry turns it into a value. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault'
}
