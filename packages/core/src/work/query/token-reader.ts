import type { Refusal } from '../../kernel/index.ts'
import { type QueryRefusalCode, type QueryRefusalParams, refuseQuery } from './query-refusal.ts'
import type { Token } from './token.ts'

const END: Token = { kind: 'end', text: '', at: 0, end: 0 }

/** What people write who know another language, and what it is called here. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['!', 'not'],
])

/**
 * Walks over tokens, forward only, and keeps the first refusal. After a refusal every look sees the
 * end, so that whoever reads comes to an end by itself.
 */
export class TokenReader {
  readonly #tokens: readonly Token[]
  #next = 0
  refusal: Refusal | null = null
  /** How often a token was looked at. */
  looks = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** The token that comes after `ahead` others. */
  peek(ahead = 0): Token {
    this.looks++
    const last = this.#tokens.at(-1) ?? END
    if (this.refusal) return last
    return this.#tokens[this.#next + ahead] ?? last
  }

  /** Whether the bare word, in any case, comes after `ahead` others. */
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'word' && token.text.toLowerCase() === word
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === symbol
  }

  take(): Token {
    const token = this.peek()
    this.#next++
    return token
  }

  /** Keeps the refusal, unless there is one already. */
  refuse(code: QueryRefusalCode, params: QueryRefusalParams): void {
    this.refusal ??= refuseQuery(code, params).refusal
  }

  /** Refuses the next token, which is none of what was expected. */
  refuseNext(...expected: readonly string[]): void {
    const { kind, at, text } = this.peek()
    if (kind === 'end') return this.refuse('query.unfinished', { position: at, expected })
    this.refuse('query.unexpected', {
      position: at,
      found: text,
      expected,
      suggestion: FOREIGN.get(text) ?? null,
    })
  }

  /** Steps over a symbol that has to come now. */
  expectSymbol(symbol: string, ...orElse: readonly string[]): void {
    if (this.isSymbol(symbol)) this.take()
    else this.refuseNext(symbol, ...orElse)
  }
}
