import type { FeelExpression, Span } from '../syntax/expression.ts'
import type { FeelFunction, FeelType, Place, WarningCode, WarningParams } from '../values/value.ts'
import type { Evaluator, Tester } from './frame.ts'
import type { Scope } from './scope.ts'

/** What compiling an expression may ask. The forms of FEEL are a circle, so they reach each other by this. */
export type Compiler = {
  readonly scope: Scope
  /** Which text of the model this is. */
  readonly source: string
  readonly findType: (name: string) => FeelType | undefined
  readonly findBuiltIn: (name: string) => FeelFunction | undefined
  /** Told of what is wrong before anything runs. */
  readonly report: (code: WarningCode, params: WarningParams, place: Place) => void
  readonly compile: (expression: FeelExpression, scope: Scope) => Evaluator
  readonly compileTest: (expression: FeelExpression, scope: Scope) => Tester
}

export function placeOf({ source }: Compiler, { from, to }: Span): Place {
  return { source, from, to }
}

/** The same, where other names are known. */
export function compilerWithin(compiler: Compiler, scope: Scope): Compiler {
  return { ...compiler, scope }
}
