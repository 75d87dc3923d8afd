import { unreachable } from '../../kernel/index.ts'
import { canBeValue } from './condition-parser.ts'
import { isReserved } from './filter-parser.ts'
import type { Condition, Query, QueryNode, QueryValue, SortTerm } from './query.ts'
import { isOneWord, quote } from './token.ts'

/**
 * The canonical text of a query: fields in their own spelling, one blank between words, parentheses
 * only where needed. Reading it again gives the same query, positions aside.
 */
export function printQuery(query: Query): string {
  const where = query.where ? [printNode(query.where)] : []
  const order = query.order.length > 0 ? [`order by ${query.order.map(printSort).join(', ')}`] : []
  return [...where, ...order].join(' ')
}

/** The canonical text of one filter, as it stands on a chip. */
export function printNode(node: QueryNode): string {
  switch (node.kind) {
    case 'or':
      return node.nodes.map(printNode).join(' or ')
    case 'and':
      return printBoth(node.nodes)
    case 'not':
      return `not ${isJoined(node.node) ? `(${printNode(node.node)})` : printNode(node.node)}`
    case 'flag':
      return node.flag
    case 'text':
      return isOneWord(node.text) && !isReserved(node.text) ? node.text : quote(node.text)
    case 'condition':
      return printCondition(node)
    default:
      return unreachable(node)
  }
}

function isJoined(node: QueryNode): boolean {
  return node.kind === 'or' || node.kind === 'and'
}

/** Words to search for stand side by side; everything else is joined by `and`. */
function printBoth(nodes: readonly QueryNode[]): string {
  let text = ''
  let previous: QueryNode | undefined
  for (const node of nodes) {
    const joint =
      previous === undefined ? '' : previous.kind === 'text' && node.kind === 'text' ? ' ' : ' and '
    text += joint + (node.kind === 'or' ? `(${printNode(node)})` : printNode(node))
    previous = node
  }
  return text
}

function printCondition({ field, comparison, values }: Condition): string {
  const printed = values.map(printValue).join(', ')
  switch (comparison) {
    case 'in':
    case 'not in':
      return `${field} ${comparison} (${printed})`
    case 'is empty':
    case 'is not empty':
      return `${field} ${comparison}`
    default:
      return `${field} ${comparison} ${printed}`
  }
}

/** A value as a query writes it, with quotes if it is to be taken literally. */
export function printValue(value: QueryValue): string {
  return value.quoted ? quote(value.text) : value.text
}

function printSort(term: SortTerm): string {
  return term.descending ? `${term.field} desc` : term.field
}

/** A value that reads as this text: bare where that is possible, otherwise quoted. */
export function queryValue(text: string): QueryValue {
  return { text, quoted: !isOneWord(text) || !canBeValue(text), at: 0 }
}
