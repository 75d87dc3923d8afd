import { err, isPlainDate, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { type FormulaRefusalCode, type FormulaRefusalParams, refuseFormula } from './formula-refusal.ts'
import type { BinarySign, FormulaSyntax } from './formula-syntax.ts'
import { type FormulaToken, tokenizeFormula } from './formula-token.ts'

/** The longest formula, in UTF-16 units. */
export const FORMULA_MAX_LENGTH = 2000
/** Values, signs and functions in one formula. */
export const FORMULA_MAX_PARTS = 200
/** Parentheses, functions and signs inside each other. */
export const FORMULA_MAX_DEPTH = 30

/** A formula as written, and how often a piece of it was looked at: no more than a few times each. */
export type ParsedFormula = { readonly syntax: FormulaSyntax; readonly looks: number }

/**
 * Reads a formula. Linear in its length.
 *
 * @returns refused with a `formula.*` code that says where
 */
export function parseFormula(source: string): Result<ParsedFormula> {
  if (source.length > FORMULA_MAX_LENGTH)
    return refuseFormula('formula.too_long', { max: FORMULA_MAX_LENGTH })
  if (source.trim() === '') return refuseFormula('formula.empty', { position: 0 })
  const bad = unusableCharacter(source)
  if (bad) return bad
  const tokens = tokenizeFormula(source)
  if (!tokens.ok) return tokens
  const parser = new FormulaParser(tokens.value)
  const syntax = parser.whole()
  return parser.refusal ? err(parser.refusal) : ok({ syntax, looks: parser.looks })
}

/** PostgreSQL cannot hold these, so that no text could be compared with them. */
function unusableCharacter(source: string) {
  const nul = source.indexOf('\0')
  const position = nul >= 0 ? nul : source.isWellFormed() ? -1 : source.search(/\p{Cs}/u)
  if (position < 0) return null
  const found = `U+${source.charCodeAt(position).toString(16).toUpperCase().padStart(4, '0')}`
  return refuseFormula('formula.character_not_allowed', { position, found })
}

/** How tightly each sign binds; signs of one strength are read from left to right. */
const STRENGTH: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ...['=', '!=', '<', '<=', '>', '>='].map((sign) => [sign, 4] as const),
  ['&', 5],
  ['+', 6],
  ['-', 6],
  ['*', 7],
  ['/', 7],
])
const NOT_STRENGTH = 3
const COMPARISON = 4
const MINUS_STRENGTH = 8
const VALUE = ['a value']

/** Reads forward only and keeps the first refusal; after it every look sees the end. */
class FormulaParser {
  readonly #tokens: readonly FormulaToken[]
  #next = 0
  #parts = 0
  #depth = 0
  refusal: Refusal | null = null
  looks = 0

  constructor(tokens: readonly FormulaToken[]) {
    this.#tokens = tokens
  }

  whole(): FormulaSyntax {
    const syntax = this.#expression(0)
    if (this.#peek().kind !== 'end') this.#refuseNext(['a sign such as + or =', 'the end'])
    return syntax
  }

  /** Everything that binds more tightly than `above`. */
  #expression(above: number): FormulaSyntax {
    if (++this.#depth > FORMULA_MAX_DEPTH)
      this.#refuse('formula.too_deep', { position: this.#peek().at, max: FORMULA_MAX_DEPTH })
    let left = this.#operand()
    for (;;) {
      const sign = this.#sign()
      const strength = sign === null ? 0 : (STRENGTH.get(sign) ?? 0)
      if (sign === null || strength <= above) break
      const { at } = this.#take()
      // One comparison has no comparison beside it: a < b < c is no range here.
      left = { kind: 'binary', sign, left, right: this.#expression(strength), at: this.#count(at) }
      if (strength === COMPARISON && STRENGTH.get(this.#sign() ?? '') === COMPARISON)
        this.#refuseNext(['and', 'or'])
    }
    this.#depth--
    return left
  }

  #operand(): FormulaSyntax {
    const token = this.#peek()
    if (this.#isSymbol('-')) return this.#unary('-', MINUS_STRENGTH)
    if (isWord(token, 'not')) return this.#unary('not', NOT_STRENGTH)
    if (this.#isSymbol('(')) return this.#parenthesis()
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text), at: this.#count(this.#take().at) }
      case 'date':
        if (!isPlainDate(token.text)) this.#refuseNext(['a day between 1900-01-01 and 2200-12-31'])
        return { kind: 'date', value: token.text, at: this.#count(this.#take().at) }
      case 'text':
        return { kind: 'text', value: token.text, at: this.#count(this.#take().at) }
      case 'name':
        return this.#named()
      default:
        this.#refuseNext(VALUE)
        return { kind: 'number', value: 0, at: token.at }
    }
  }

  #unary(sign: '-' | 'not', strength: number): FormulaSyntax {
    const { at } = this.#take()
    // A minus may stand before what is multiplied, `not` before a comparison.
    return { kind: 'unary', sign, operand: this.#expression(strength - 1), at: this.#count(at) }
  }

  #parenthesis(): FormulaSyntax {
    this.#take()
    const inner = this.#expression(0)
    this.#expect(')')
    return inner
  }

  #named(): FormulaSyntax {
    const { text, at } = this.#take()
    const word = text.toLowerCase()
    if (word === 'and' || word === 'or') {
      this.#refuse('formula.unexpected', { position: at, found: text, expected: VALUE })
    }
    this.#count(at)
    if (word === 'yes' || word === 'no') return { kind: 'yesNo', value: word === 'yes', at }
    if (!this.#isSymbol('(')) return { kind: 'name', name: text, at }
    this.#take()
    const args: FormulaSyntax[] = []
    if (!this.#isSymbol(')')) args.push(this.#expression(0))
    while (this.#isSymbol(',')) {
      this.#take()
      args.push(this.#expression(0))
    }
    this.#expect(')')
    return { kind: 'call', name: text, args, at }
  }

  #sign(): BinarySign | null {
    const token = this.#peek()
    if (isWord(token, 'and')) return 'and'
    if (isWord(token, 'or')) return 'or'
    if (token.kind !== 'symbol') return null
    const sign = token.text === '<>' ? '!=' : token.text
    // The signs with a strength are exactly those between two values.
    return STRENGTH.has(sign) ? (sign as BinarySign) : null
  }

  #peek(): FormulaToken {
    this.looks++
    const last = this.#tokens.at(-1) ?? END
    return this.refusal ? last : (this.#tokens[this.#next] ?? last)
  }

  #take(): FormulaToken {
    const token = this.#peek()
    this.#next++
    return token
  }

  #isSymbol(symbol: string): boolean {
    const token = this.#peek()
    return token.kind === 'symbol' && token.text === symbol
  }

  #count(at: number): number {
    if (++this.#parts > FORMULA_MAX_PARTS)
      this.#refuse('formula.too_large', { position: at, max: FORMULA_MAX_PARTS })
    return at
  }

  #expect(symbol: string): void {
    if (this.#isSymbol(symbol)) this.#take()
    else this.#refuseNext([symbol])
  }

  #refuseNext(expected: readonly string[]): void {
    const { kind, text, at } = this.#peek()
    if (kind === 'end') this.#refuse('formula.unfinished', { position: at, expected })
    else this.#refuse('formula.unexpected', { position: at, found: text, expected })
  }

  #refuse(code: FormulaRefusalCode, params: FormulaRefusalParams): void {
    this.refusal ??= refuseFormula(code, params).refusal
  }
}

const END: FormulaToken = { kind: 'end', text: '', at: 0, end: 0 }

function isWord(token: FormulaToken, word: string): boolean {
  return token.kind === 'name' && token.text.toLowerCase() === word
}
