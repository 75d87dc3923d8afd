import {
  compileFeel,
  compileOpen,
  type FeelAnswer,
  type FeelContext,
  type FeelWarning,
} from '../../decision/index.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'

/** An expression of a form, compiled once. */
export type FormExpression = {
  /** The names it asks for. */
  readonly names: readonly string[]
  readonly evaluate: (values: FeelContext, at: FeelMoment) => FeelAnswer
}

/** An expression, or what is wrong with it. */
export type ExpressionRead =
  | { readonly ok: true; readonly expression: FormExpression }
  | { readonly ok: false; readonly problem: FeelWarning }

/**
 * Compiles an expression of a form.
 *
 * @param homonyms keys of the form that are also names of built-in functions; here they mean the field
 */
export function readExpression(text: string, homonyms: readonly string[]): ExpressionRead {
  const meant = homonyms.filter((key) => new RegExp(`\\b${key}\\b`).test(text))
  const { program, names } = compileOpen(text, meant)
  const [problem] = program.problems
  return problem ? { ok: false, problem } : { ok: true, expression: { names, evaluate: program.evaluate } }
}

const KEY = /^[A-Za-z_]\w{0,99}$/
const AT = { now: 0, zone: 'UTC' }

/** Whether expressions can name a field so: `if` and `true` are words of FEEL. */
export function isUsableKey(key: string): boolean {
  if (!KEY.test(key)) return false
  const { problems, evaluate } = compileFeel(key, [key])
  return problems.length === 0 && evaluate(new Map([[key, key]]), AT).value === key
}

/** Whether a usable key is also the name of a built-in function. */
export function isHomonym(key: string): boolean {
  return compileFeel(key, []).problems.length === 0
}
