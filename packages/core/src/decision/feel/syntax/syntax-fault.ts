/** Why a text is not FEEL. */
export const SYNTAX_CODES = [
  /** Something else was expected: `expected`, `found`. */
  'feel.unexpected',
  /** A text or a comment without its end. */
  'feel.unterminated',
  /** More characters than allowed: `limit`. */
  'feel.too_long',
  /** Expressions within each other, deeper than allowed: `limit`. */
  'feel.too_deep',
] as const

export type SyntaxCode = (typeof SYNTAX_CODES)[number]

/** What is wrong with a text, and where. */
export type SyntaxProblem = {
  readonly code: SyntaxCode
  /** Code units from the beginning of the text. */
  readonly at: number
  readonly params: Readonly<Record<string, string | number>>
}

/** Thrown inside the parser alone; its entry turns it into a value. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  readonly problem: SyntaxProblem

  constructor(problem: SyntaxProblem) {
    super(problem.code)
    this.problem = problem
  }
}
