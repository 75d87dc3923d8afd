/** Where a piece of FEEL stands in its text: code units, the end not included. */
export type Span = { readonly from: number; readonly to: number }

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A type as FEEL writes it (DMN 1.5, grammar rule 54). */
export type TypeExpression =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'range'; readonly of: TypeExpression }
  | { readonly kind: 'context'; readonly entries: readonly TypedName[] }
  | {
      readonly kind: 'function'
      readonly parameters: readonly TypeExpression[]
      readonly result: TypeExpression
    }

export type TypedName = { readonly name: string; readonly type: TypeExpression }
export type NamedExpression = { readonly name: string; readonly value: FeelExpression }

export type Parameter = { readonly name: string; readonly type: TypeExpression | null }

/** What a loop walks through: a list, or the whole numbers from one to the other. */
export type Iteration = {
  readonly name: string
  readonly from: FeelExpression
  readonly to: FeelExpression | null
}

type Form =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'at-literal'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly FeelExpression[] }
  | { readonly kind: 'context'; readonly entries: readonly NamedExpression[] }
  | {
      readonly kind: 'range'
      /** Absent: without a bound on that side. */
      readonly start: FeelExpression | null
      readonly end: FeelExpression | null
      readonly isStartIncluded: boolean
      readonly isEndIncluded: boolean
    }
  /** `!= 5` where a test is expected. */
  | { readonly kind: 'other-than'; readonly value: FeelExpression }
  | { readonly kind: 'path'; readonly source: FeelExpression; readonly name: string }
  | { readonly kind: 'filter'; readonly source: FeelExpression; readonly condition: FeelExpression }
  | {
      readonly kind: 'invocation'
      readonly callee: FeelExpression
      readonly positional: readonly FeelExpression[]
      readonly named: readonly NamedExpression[] | null
    }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: FeelExpression
      readonly right: FeelExpression
    }
  | { readonly kind: 'negation'; readonly value: FeelExpression }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: FeelExpression
      readonly right: FeelExpression
    }
  | {
      readonly kind: 'between'
      readonly value: FeelExpression
      readonly low: FeelExpression
      readonly high: FeelExpression
    }
  | { readonly kind: 'in'; readonly value: FeelExpression; readonly tests: readonly FeelExpression[] }
  | { readonly kind: 'and' | 'or'; readonly left: FeelExpression; readonly right: FeelExpression }
  | {
      readonly kind: 'if'
      readonly condition: FeelExpression
      readonly consequent: FeelExpression
      readonly alternative: FeelExpression
    }
  | { readonly kind: 'for'; readonly iterations: readonly Iteration[]; readonly body: FeelExpression }
  | {
      readonly kind: 'some' | 'every'
      readonly iterations: readonly Iteration[]
      readonly body: FeelExpression
    }
  | { readonly kind: 'function'; readonly parameters: readonly Parameter[]; readonly body: FeelExpression }
  /** A function of Java or PMML, which is never called. */
  | { readonly kind: 'external' }
  | { readonly kind: 'instance-of'; readonly value: FeelExpression; readonly type: TypeExpression }

/** One FEEL expression, with its place. */
export type FeelExpression = Span & Form

/** The cell of a decision table: anything (`-`), or tests of which one must hold, or none when negated. */
export type UnaryTests =
  | { readonly kind: 'any' }
  | { readonly kind: 'tests'; readonly isNegated: boolean; readonly tests: readonly FeelExpression[] }
