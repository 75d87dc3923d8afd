import {
  chipsOf,
  parseQuery,
  printNode,
  printQuery,
  type Query,
  type QueryNode,
  withoutChip,
} from '@millrace/core/work'

/** A filter that has to hold, with its text, as it stands on a chip. */
export type FilterChip = { readonly text: string; readonly node: QueryNode }

/** The parts of a query that all have to hold, one chip each. A query that cannot be read has none. */
export function filterChips(text: string): readonly FilterChip[] {
  const parsed = parseQuery(text)
  return parsed.ok ? chipsOf(parsed.value).map((node) => ({ node, text: printNode(node) })) : []
}

/** The query text without one of its chips. */
export function removeChip(text: string, chip: string): string {
  return edited(text, (query) => {
    const found = chipsOf(query).find((node) => printNode(node) === chip)
    return found ? withoutChip(query, found) : query
  })
}

/** Two query texts that both have to hold, in the order of the first that names one. */
export function joinFilters(first: string, second: string): string {
  if (second.trim() === '') return first
  if (first.trim() === '') return second
  const parsed = parseQuery(first)
  if (!parsed.ok) return second
  const { where, order } = parsed.value
  const left = where === null ? '' : where.kind === 'or' ? `(${printNode(where)})` : printNode(where)
  const right = /\bor\b/i.test(second) && !/\border\s+by\b/i.test(second) ? `(${second})` : second
  const tail =
    order.length > 0 && !/\border\s+by\b/i.test(second) ? ` ${printQuery({ where: null, order })}` : ''
  return `${left} ${right}`.trim() + tail
}

/** The query text after a change of what it means; left alone when it cannot be read. */
export function edited(text: string, change: (query: Query) => Query): string {
  const parsed = parseQuery(text)
  return parsed.ok ? printQuery(change(parsed.value)) : text
}
