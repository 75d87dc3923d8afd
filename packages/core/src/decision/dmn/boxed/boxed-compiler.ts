import type { Evaluator } from '../../feel/compile/frame.ts'
import type { Spot } from '../environment.ts'
import type { BoxedExpression } from '../model.ts'

/** How boxed expressions compile those within them. */
export type CompileBoxed = (expression: BoxedExpression, spot: Spot) => Evaluator
