import { type FieldTarget, findTarget } from './field-target.ts'
import { findFlag } from './filter-parser.ts'
import type { QueryCatalogue } from './query-catalogue.ts'
import type { Token } from './token.ts'

/** What may come next in a query. */
export type Expectation =
  | {
      readonly kind:
        | 'term'
        | 'joint'
        | 'list'
        | 'empty'
        | 'notEmpty'
        | 'sortField'
        | 'sortDirection'
        | 'nothing'
    }
  | { readonly kind: 'comparison' | 'value' | 'notIn'; readonly target: FieldTarget }

const COMPARING: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~'])

/** Guesses from the last tokens; an unfinished query has no tree to look at. */
export function expectationAfter(before: readonly Token[], catalogue: QueryCatalogue): Expectation {
  const last = before.at(-1)
  if (!last) return { kind: 'term' }
  const order = findOrder(before)
  if (order >= 0) return afterOrder(before.slice(order + 2))
  if (last.kind === 'symbol') return afterSymbol(before, last, catalogue)
  if (last.kind === 'quoted') return { kind: 'joint' }
  return afterWord(before, last, catalogue)
}

function findOrder(before: readonly Token[]): number {
  return before.findLastIndex((token, index) => isWord(token, 'order') && isWord(before[index + 1], 'by'))
}

function afterOrder(rest: readonly Token[]): Expectation {
  const last = rest.at(-1)
  if (!last || last.text === ',') return { kind: 'sortField' }
  const isDirected = isWord(last, 'asc') || isWord(last, 'desc')
  return { kind: isDirected ? 'nothing' : 'sortDirection' }
}

function afterSymbol(before: readonly Token[], last: Token, catalogue: QueryCatalogue): Expectation {
  if (last.text === ')') return { kind: 'joint' }
  if (COMPARING.has(last.text)) return valueOf(before.at(-2), catalogue)
  const opening = before.findLastIndex((token) => token.kind === 'symbol' && token.text === '(')
  if (!isWord(before[opening - 1], 'in')) return { kind: last.text === '(' ? 'term' : 'nothing' }
  const isNegated = isWord(before[opening - 2], 'not')
  return valueOf(before[opening - (isNegated ? 3 : 2)], catalogue)
}

function valueOf(field: Token | undefined, catalogue: QueryCatalogue): Expectation {
  const target = field && findTarget(field.text, { catalogue })
  return target ? { kind: 'value', target } : { kind: 'nothing' }
}

function afterWord(before: readonly Token[], last: Token, catalogue: QueryCatalogue): Expectation {
  const previous = before.at(-2)
  if (previous?.kind === 'symbol' && previous.text !== '(' && previous.text !== ')') return { kind: 'joint' }
  switch (last.text.toLowerCase()) {
    case 'and':
    case 'or':
      return { kind: 'term' }
    case 'not':
      return afterNot(previous, catalogue)
    case 'is':
      return { kind: 'empty' }
    case 'in':
      return { kind: 'list' }
    default:
      return afterName(last, catalogue)
  }
}

function afterNot(previous: Token | undefined, catalogue: QueryCatalogue): Expectation {
  if (isWord(previous, 'is')) return { kind: 'notEmpty' }
  const target = previous?.kind === 'word' ? findTarget(previous.text, { catalogue }) : null
  return target ? { kind: 'notIn', target } : { kind: 'term' }
}

function afterName(last: Token, catalogue: QueryCatalogue): Expectation {
  const target = findFlag(last.text) ? null : findTarget(last.text, { catalogue })
  return target ? { kind: 'comparison', target } : { kind: 'joint' }
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word
}
