import { COMPARISONS, type Comparison, type Condition, type QueryValue } from './query.ts'
import { CUSTOM_PREFIX, canonicalField, findQueryField } from './query-field.ts'
import type { Token } from './token.ts'
import type { TokenReader } from './token-reader.ts'

/** The comparison that follows a field, and how many tokens long it is written. */
export type ConditionHead = { readonly comparison: Comparison; readonly length: number }

const SYMBOLS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~', '!~'])
const NO_VALUES: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'is'])

/** Whether this word, written without quotes, can be a value. */
export function canBeValue(word: string): boolean {
  return !NO_VALUES.has(word.toLowerCase())
}

/**
 * Whether a condition starts here, and with which comparison. A symbol always makes one. `in` and
 * `is` do so after a built-in field; after another word only if the rest looks like it, because
 * "crane in hall 4" is something to search for.
 */
export function findHead(reader: TokenReader): ConditionHead | null {
  const after = reader.peek(1)
  if (after.kind === 'symbol') {
    const symbol = COMPARISONS.find((comparison) => comparison === after.text && SYMBOLS.has(comparison))
    return symbol ? { comparison: symbol, length: 1 } : null
  }
  if (after.kind !== 'word') return null
  const name = reader.peek().text
  const isField = findQueryField(name) !== undefined || name.toLowerCase().startsWith(CUSTOM_PREFIX)
  return findListHead(reader, isField) ?? findEmptyHead(reader, isField)
}

function findListHead(reader: TokenReader, isField: boolean): ConditionHead | null {
  const negated = reader.isWord('not', 1)
  const length = negated ? 2 : 1
  if (!reader.isWord('in', length)) return null
  if (!isField && !reader.isSymbol('(', length + 1)) return null
  return { comparison: negated ? 'not in' : 'in', length }
}

function findEmptyHead(reader: TokenReader, isField: boolean): ConditionHead | null {
  if (!reader.isWord('is', 1)) return null
  const negated = reader.isWord('not', 2)
  if (!isField && !reader.isWord('empty', negated ? 3 : 2)) return null
  return { comparison: negated ? 'is not empty' : 'is empty', length: negated ? 2 : 1 }
}

/** condition = field comparison ( value | "(" value { "," value } ")" | "empty" ) */
export function readCondition(reader: TokenReader, head: ConditionHead): Condition {
  const { text, at } = reader.take()
  const comparisonAt = reader.peek().at
  for (let i = 0; i < head.length; i++) reader.take()
  const values = readOperand(reader, head.comparison)
  return {
    kind: 'condition',
    field: canonicalField(text),
    comparison: head.comparison,
    values,
    at,
    comparisonAt,
  }
}

function readOperand(reader: TokenReader, comparison: Comparison): QueryValue[] {
  switch (comparison) {
    case 'in':
    case 'not in':
      return readList(reader)
    case 'is empty':
    case 'is not empty':
      if (reader.isWord('empty')) reader.take()
      else reader.refuseNext('empty')
      return []
    default:
      return readValue(reader)
  }
}

function readList(reader: TokenReader): QueryValue[] {
  reader.expectSymbol('(')
  const values = readValue(reader)
  while (reader.isSymbol(',')) {
    reader.take()
    values.push(...readValue(reader))
  }
  reader.expectSymbol(')', ',')
  return values
}

/** One value, or none when it is refused. */
function readValue(reader: TokenReader): QueryValue[] {
  const token = reader.peek()
  const isMissing = token.kind === 'end' || token.kind === 'symbol'
  if (isMissing || (token.kind === 'word' && !canBeValue(token.text))) {
    reader.refuseNext('value')
    return []
  }
  reader.take()
  const shift = token.kind === 'word' ? readShift(reader, token) : ''
  return [{ text: token.text + shift, quoted: token.kind === 'quoted', at: token.at }]
}

const ANCHOR = /^(today|yesterday|tomorrow|(start|end)of(week|month|quarter|year))$/i
const SHIFT = /^[+-]\d+[dwmy]$/i
const AMOUNT = /^\d+[dwmy]$/i

/** `today + 7d` and `today +7d` are one value, although written as several words. */
function readShift(reader: TokenReader, anchor: Token): string {
  if (!ANCHOR.test(anchor.text)) return ''
  const next = reader.peek()
  if (next.kind !== 'word') return ''
  if (SHIFT.test(next.text)) return reader.take().text
  const amount = reader.peek(1)
  const isSplit =
    (next.text === '+' || next.text === '-') && amount.kind === 'word' && AMOUNT.test(amount.text)
  return isSplit ? reader.take().text + reader.take().text : ''
}
