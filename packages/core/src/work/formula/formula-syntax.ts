/** Signs between two values, loosest first. */
export type BinarySign = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '&' | '+' | '-' | '*' | '/'

/** A formula as written: names are not yet looked up. `at` is an offset in UTF-16 units. */
export type FormulaSyntax =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text' | 'date'; readonly value: string; readonly at: number }
  | { readonly kind: 'yesNo'; readonly value: boolean; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly FormulaSyntax[]
      readonly at: number
    }
  | {
      readonly kind: 'unary'
      readonly sign: '-' | 'not'
      readonly operand: FormulaSyntax
      readonly at: number
    }
  | {
      readonly kind: 'binary'
      readonly sign: BinarySign
      readonly left: FormulaSyntax
      readonly right: FormulaSyntax
      readonly at: number
    }
