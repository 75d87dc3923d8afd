import { ok, type Result } from '../../kernel/index.ts'
import { refuseFormula } from './formula-refusal.ts'

/** A piece of a formula. `at` and `end` are offsets in UTF-16 units, quotes included. */
export type FormulaToken = {
  readonly kind: 'name' | 'number' | 'date' | 'text' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
  readonly end: number
}

/** Days before numbers, because they begin alike; two signs before one. */
const KINDS = [
  ['date', /\d{4}-\d\d-\d\d(?![\w.])/y],
  ['number', /\d{1,15}(?:\.\d{1,10})?(?![\w.])/y],
  ['name', /[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)?/iy],
  ['symbol', /!=|<>|<=|>=|[-+*/&=<>(),]/y],
  ['text', /"(?:[^"\\]|\\[^])*"/y],
] as const
const SPACE = /\s*/y

/** Cuts a formula into pieces, in one pass. The last piece is its end. */
export function tokenizeFormula(source: string): Result<readonly FormulaToken[]> {
  const tokens: FormulaToken[] = []
  let at = skipSpace(source, 0)
  while (at < source.length) {
    const token = tokenAt(source, at)
    if (token === null) return refuseCharacter(source, at)
    tokens.push(token)
    at = skipSpace(source, token.end)
  }
  tokens.push({ kind: 'end', text: '', at: source.length, end: source.length })
  return ok(tokens)
}

function skipSpace(source: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.exec(source)
  return SPACE.lastIndex
}

function tokenAt(source: string, at: number): FormulaToken | null {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found === undefined) continue
    const text = kind === 'text' ? found.slice(1, -1).replace(/\\([^])/g, '$1') : found
    return { kind, text, at, end: at + found.length }
  }
  return null
}

function refuseCharacter(source: string, position: number) {
  const found = String.fromCodePoint(source.codePointAt(position) ?? 0)
  if (found === '"')
    return refuseFormula('formula.quote_open', { position, found: source.slice(position, position + 20) })
  return refuseFormula('formula.character_not_allowed', { position, found: shown(found) })
}

/** What cannot be seen is named by its number. */
function shown(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign)
    ? sign
    : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
