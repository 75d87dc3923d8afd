import type { Refusal } from '../../kernel/index.ts'
import { refuseQuery } from './query-refusal.ts'

/**
 * A piece of query text. `text` is the word, the symbol, or what a quoted string stands for; `at`
 * and `end` are offsets of the piece as written, quotes included.
 */
export type Token = {
  readonly kind: 'word' | 'quoted' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
  readonly end: number
}

/** Two letters are tried before one. A `!` alone is part of a word. */
const SYMBOL = /!=|!~|<=|>=|[=<>~(),]/y
/** A word may hold quotes and `!`, but starts with no quote: `5"` is a word, `"5"` is not. */
const WORD = /(?:[^\s"(),=<>~!]|!(?![=~]))(?:[^\s(),=<>~!]|!(?![=~]))*/y
const QUOTED = /"(?:[^"\\]|\\[^])*"/y
const SPACE = /\s*/y

/** Whether the text, written without quotes, is read as this one word. */
export function isOneWord(text: string): boolean {
  WORD.lastIndex = 0
  return WORD.exec(text)?.[0] === text
}

/**
 * Cuts the text into pieces, in one pass. Where it cannot go on it stops with a refusal, and the
 * pieces so far still serve completion; an unfinished string counts as one up to the end.
 */
export function tokenize(text: string): {
  readonly tokens: readonly Token[]
  readonly refusal: Refusal | null
} {
  const tokens: Token[] = []
  let refusal = unusableCharacter(text)
  let at = skipSpace(text, 0)
  while (at < text.length && refusal === null) {
    const token = tokenAt(text, at)
    if (token.kind === 'quoted' && !isClosed(text, token)) {
      refusal = refuseQuery('query.quote_open', { position: at, found: text.slice(at, at + 20) }).refusal
    }
    tokens.push(token)
    at = skipSpace(text, token.end)
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length })
  return { tokens, refusal }
}

/** PostgreSQL cannot hold these, so that no stored text could ever match. */
function unusableCharacter(text: string): Refusal | null {
  const nul = text.indexOf('\0')
  const position = nul >= 0 ? nul : text.isWellFormed() ? -1 : text.search(/\p{Cs}/u)
  if (position < 0) return null
  const found = `U+${text.charCodeAt(position).toString(16).toUpperCase().padStart(4, '0')}`
  return refuseQuery('query.character_not_allowed', { position, found }).refusal
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.exec(text)
  return SPACE.lastIndex
}

function tokenAt(text: string, at: number): Token {
  const symbol = matchAt(SYMBOL, text, at)
  if (symbol !== null) return { kind: 'symbol', text: symbol, at, end: at + symbol.length }
  const word = matchAt(WORD, text, at)
  if (word !== null) return { kind: 'word', text: word, at, end: at + word.length }
  const quoted = matchAt(QUOTED, text, at) ?? text.slice(at)
  return { kind: 'quoted', text: unquote(quoted), at, end: at + quoted.length }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function isClosed(text: string, token: Token): boolean {
  return matchAt(QUOTED, text, token.at) !== null
}

function unquote(quoted: string): string {
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith('"') ? -1 : undefined)
  return inner.replace(/\\([^])/g, '$1')
}

/** The text as a quoted string of the language. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}
