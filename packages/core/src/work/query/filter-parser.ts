import type { Refusal } from '../../kernel/index.ts'
import { type ConditionHead, findHead, readCondition } from './condition-parser.ts'
import { joinNodes, QUERY_FLAGS, type Query, type QueryFlag, type QueryNode, type SortTerm } from './query.ts'
import { canonicalField, findQueryField } from './query-field.ts'
import type { Token } from './token.ts'
import { TokenReader } from './token-reader.ts'

/** Parentheses and `not` within each other. Deeper is no question a person asks. */
export const MAX_DEPTH = 50
/** Conditions, flags and words in one query. */
export const MAX_TERMS = 200
/** Fields to sort by. */
export const MAX_SORTS = 5

/** Words that cannot be searched for without quotes. */
const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'not', '&&', '||', '!'])
/** Words that join something only behind a field, or before `by`. */
const HALF_JOINING: ReadonlySet<string> = new Set(['in', 'is', 'order'])

/** Whether the word, standing alone, may be read as something else than a text to search for. */
export function isReserved(word: string): boolean {
  const lower = word.toLowerCase()
  return JOINING.has(lower) || HALF_JOINING.has(lower) || findFlag(word) !== undefined
}

/** The flag that this word names, in any case. */
export function findFlag(word: string): QueryFlag | undefined {
  const wanted = word.toLowerCase()
  return QUERY_FLAGS.find((flag) => flag.toLowerCase() === wanted)
}

/** Recursive descent over the tokens of one query. Made for one reading. */
export class FilterParser {
  readonly #reader: TokenReader
  #depth = 0
  #terms = 0

  constructor(tokens: readonly Token[]) {
    this.#reader = new TokenReader(tokens)
  }

  get refusal(): Refusal | null {
    return this.#reader.refusal
  }

  get looks(): number {
    return this.#reader.looks
  }

  /** query = [ either ] [ "order" "by" sort { "," sort } ] end */
  readQuery(): Query {
    const reader = this.#reader
    const where = this.#isAtEnd() || this.#isAtOrder() ? null : this.#readEither()
    const order = this.#isAtOrder() ? this.#readOrder() : []
    if (reader.peek().kind !== 'end') reader.refuseNext('and', 'or', 'order by')
    return { where, order }
  }

  #isAtEnd(): boolean {
    return this.#reader.peek().kind === 'end'
  }

  #isAtOrder(): boolean {
    return this.#reader.isWord('order') && this.#reader.isWord('by', 1)
  }

  /** either = both { "or" both } */
  #readEither(): QueryNode | null {
    const nodes = [this.#readBoth()]
    while (this.#reader.isWord('or')) {
      this.#reader.take()
      nodes.push(this.#readBoth())
    }
    return joinNodes('or', present(nodes))
  }

  /** both = term { [ "and" ] term } */
  #readBoth(): QueryNode | null {
    const nodes = [this.#readTerm()]
    while (this.#isMoreToCome()) {
      if (this.#reader.isWord('and')) this.#reader.take()
      nodes.push(this.#readTerm())
    }
    return joinNodes('and', present(nodes))
  }

  #isMoreToCome(): boolean {
    const { kind } = this.#reader.peek()
    if (kind === 'end') return false
    if (kind === 'symbol') return this.#reader.isSymbol('(')
    return !this.#reader.isWord('or') && !this.#isAtOrder()
  }

  /** term = "not" term | "(" either ")" | condition | flag | text */
  #readTerm(): QueryNode | null {
    const reader = this.#reader
    if (reader.isWord('not')) return this.#readNested(() => this.#readNot())
    if (reader.isSymbol('(')) return this.#readNested(() => this.#readGroup())
    const { kind, text } = reader.peek()
    const joins = kind === 'word' && JOINING.has(text.toLowerCase())
    if (kind === 'end' || kind === 'symbol' || joins || this.#isAtOrder()) {
      reader.refuseNext('term')
      return null
    }
    return this.#readLeaf()
  }

  #readNested(read: () => QueryNode | null): QueryNode | null {
    if (this.#depth >= MAX_DEPTH) {
      this.#reader.refuse('query.too_deep', { position: this.#reader.peek().at, max: MAX_DEPTH })
      return null
    }
    this.#depth++
    const node = read()
    this.#depth--
    return node
  }

  #readNot(): QueryNode | null {
    this.#reader.take()
    const node = this.#readTerm()
    return node && { kind: 'not', node }
  }

  #readGroup(): QueryNode | null {
    this.#reader.take()
    const node = this.#readEither()
    this.#reader.expectSymbol(')', 'and', 'or')
    return node
  }

  #readLeaf(): QueryNode | null {
    const reader = this.#reader
    const { kind, text, at } = reader.peek()
    this.#terms++
    if (this.#terms > MAX_TERMS) reader.refuse('query.too_many_terms', { position: at, max: MAX_TERMS })
    const flag = kind === 'word' ? findFlag(text) : undefined
    const isName = kind === 'word' && (!flag || findQueryField(flag) !== undefined)
    const head: ConditionHead | null = isName ? findHead(reader) : null
    if (head) return readCondition(reader, head)
    reader.take()
    return flag ? { kind: 'flag', flag, at } : { kind: 'text', text, at }
  }

  #readOrder(): SortTerm[] {
    const reader = this.#reader
    reader.take()
    reader.take()
    const terms = [this.#readSort()]
    while (reader.isSymbol(',')) {
      reader.take()
      if (terms.length === MAX_SORTS) {
        reader.refuse('query.too_many_sorts', { position: reader.peek().at, max: MAX_SORTS })
      }
      terms.push(this.#readSort())
    }
    return present(terms)
  }

  /** sort = field [ "asc" | "desc" ] */
  #readSort(): SortTerm | null {
    const reader = this.#reader
    if (reader.peek().kind !== 'word') {
      reader.refuseNext('field')
      return null
    }
    const { text, at } = reader.take()
    const descending = reader.isWord('desc')
    if (descending || reader.isWord('asc')) reader.take()
    return { field: canonicalField(text), descending, at }
  }
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null)
}
