import type { WarningCode } from '../feel/values/value.ts'

/** What can be wrong with a model before anything is evaluated, beside the warnings of FEEL. */
export const DMN_PROBLEM_CODES = [
  /** What an element requires is not in the model: `reference`. */
  'dmn.reference_unknown',
  /** Decisions that wait for each other: `names`. */
  'dmn.cycle',
  /** A type that is not known: `type`. */
  'dmn.type_unknown',
  /** A function of Java or PMML, which is never run: `language`. */
  'dmn.external_function',
  /** An expression in another language than FEEL: `language`. */
  'dmn.language_unknown',
  /** A rule with fewer or more entries than its table has columns: `rule`. */
  'dmn.rule_incomplete',
  /** A table with more than one output, of which one has no name. */
  'dmn.output_unnamed',
  /** A decision without an expression. */
  'dmn.no_expression',
  /** Two elements of one name: `name`. */
  'dmn.name_twice',
] as const

/** One of `DMN_PROBLEM_CODES`. */
export type DmnProblemCode = (typeof DMN_PROBLEM_CODES)[number]

/** One thing that is wrong with a model: where, and what. */
export type DmnProblem = {
  readonly code: DmnProblemCode | WarningCode
  /** The decision, function or type, and the part of it. */
  readonly element: string
  /** In the file; 0 when unknown. */
  readonly line: number
  /** In the text of FEEL: code units from its beginning; null where it is no text. */
  readonly at: number | null
  readonly params: Readonly<Record<string, string | number>>
}
