import { err, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { FilterParser } from './filter-parser.ts'
import type { Query } from './query.ts'
import { refuseQuery } from './query-refusal.ts'
import { tokenize } from './token.ts'

/** Longest query text, in UTF-16 units. Fits an address bar and any saved view. */
export const MAX_QUERY_LENGTH = 4000

/**
 * Reads a query: a filter, an order, both or neither. Names and values are not looked up yet.
 * Takes time and memory in proportion to the text and never throws.
 *
 * @returns refused with a `query.*` code, whose parameters say where and what was expected
 * @see docs/query-language.md for the grammar
 */
export function parseQuery(text: string): Result<Query> {
  return parseCounted(text).result
}

/** As `parseQuery`, with the number of times a token was looked at: a test holds it to a line. */
export function parseCounted(text: string): { readonly result: Result<Query>; readonly looks: number } {
  if (text.length > MAX_QUERY_LENGTH) {
    const refusal = refuseQuery('query.too_long', { position: MAX_QUERY_LENGTH, max: MAX_QUERY_LENGTH })
    return { result: refusal, looks: 0 }
  }
  const { tokens, refusal } = tokenize(text)
  if (refusal) return { result: err(refusal), looks: 0 }
  const parser = new FilterParser(tokens)
  const query = parser.readQuery()
  return { result: resultOf(query, parser.refusal), looks: parser.looks }
}

function resultOf(query: Query, refusal: Refusal | null): Result<Query> {
  return refusal ? err(refusal) : ok(query)
}
