import { isKeyword } from './cursor.ts'
import type { FeelExpression, NamedExpression } from './expression.ts'
import type { NameScope } from './name-scope.ts'
import { parseContext } from './parse-context.ts'
import { parseForm } from './parse-forms.ts'
import { type Parser, spanFrom } from './parser.ts'
import { readName } from './read-name.ts'

/** A value with its paths, filters and arguments. */
export function parseOperand(parser: Parser): FeelExpression {
  let value = parsePrimary(parser)
  for (let next = continueOperand(parser, value); next !== null; next = continueOperand(parser, value)) {
    value = next
  }
  return value
}

function continueOperand(parser: Parser, source: FeelExpression): FeelExpression | null {
  const { cursor, names } = parser
  // Two dots belong to a range or to a loop.
  if (cursor.sees('.') && !cursor.sees('..')) {
    cursor.at += 1
    return { kind: 'path', source, name: readComponent(parser), ...spanFrom(parser, source.from) }
  }
  if (cursor.sees('[') && !isRangeEnd(parser)) {
    cursor.at += 1
    const condition = parser.expression(names.withinFilter())
    cursor.expect(']')
    return { kind: 'filter', source, condition, ...spanFrom(parser, source.from) }
  }
  if (!cursor.accept('(')) return null
  const given = parseArguments(parser)
  return { kind: 'invocation', callee: source, ...given, ...spanFrom(parser, source.from) }
}

/** `]1..5[`: the bracket closes the range when nothing could stand inside it. */
function isRangeEnd({ cursor }: Parser): boolean {
  const rest = cursor.text.slice(cursor.at + 1).trimStart()
  return rest === '' || /^(?:[)\]},]|\.\D|and\b|or\b|then\b|else\b|return\b|satisfies\b)/.test(rest)
}

function readComponent({ cursor, names }: Parser): string {
  cursor.skip()
  const known = names.matchComponent(cursor.text, cursor.at)
  const start = cursor.at
  const words = cursor.readWords()
  if (known !== null && known.end >= cursor.at) {
    cursor.at = known.end
    return known.name
  }
  if (words !== '') return words
  const word = cursor.peekWord()
  cursor.at = start + word.length
  return word === '' ? cursor.failExpecting('name') : word
}

type Arguments = {
  readonly positional: readonly FeelExpression[]
  readonly named: readonly NamedExpression[] | null
}

function parseArguments(parser: Parser): Arguments {
  const { cursor, names } = parser
  if (cursor.accept(')')) return { positional: [], named: null }
  const start = cursor.at
  const first = readParameterName(parser)
  cursor.at = start
  if (first !== null) return { positional: [], named: parseNamedArguments(parser) }
  // A comparison without its left side is a range: `f(< 5)` passes one.
  const positional = [parser.test(names)]
  while (cursor.accept(',')) positional.push(parser.test(names))
  cursor.expect(')')
  return { positional, named: null }
}

function parseNamedArguments(parser: Parser): readonly NamedExpression[] {
  const { cursor, names } = parser
  const named: NamedExpression[] = []
  do {
    const name = readParameterName(parser)
    if (name === null) return cursor.failExpecting('name')
    named.push({ name, value: parser.test(names) })
  } while (cursor.accept(','))
  cursor.expect(')')
  return named
}

/** The name and the colon of `name: value`; nothing of the kind gives null. */
function readParameterName({ cursor }: Parser): string | null {
  cursor.skip()
  const match = /^[^:()[\]{}"<>=,@]+(?=:)/u.exec(cursor.text.slice(cursor.at, cursor.at + NAME_LENGTH))
  if (match === null) return null
  cursor.at += match[0].length + 1
  return match[0].trim().replace(/\s+/g, ' ')
}

/** Longer names of parameters are no names. */
const NAME_LENGTH = 200

function parsePrimary(parser: Parser): FeelExpression {
  const { cursor, names } = parser
  cursor.skip()
  const from = cursor.at
  if (cursor.seesNumber()) return { kind: 'number', text: cursor.readNumber(), ...spanFrom(parser, from) }
  if (cursor.sees('"')) return { kind: 'string', value: cursor.readString(), ...spanFrom(parser, from) }
  if (cursor.accept('@')) return parseAtLiteral(parser, from)
  if (cursor.accept('{')) return parseContext(parser, from)
  if (cursor.accept('(')) return parseParenthesis(parser, from)
  if (cursor.accept('[')) return parseBracket(parser, from)
  if (cursor.accept(']')) return parseOpenRange(parser, from)
  return parseWord(parser, names)
}

function parseAtLiteral(parser: Parser, from: number): FeelExpression {
  const { cursor } = parser
  if (!cursor.sees('"')) cursor.failExpecting('"')
  return { kind: 'at-literal', text: cursor.readString(), ...spanFrom(parser, from) }
}

/** `(1 + 2)`, `(1..5]`, or `(< 5)`. */
function parseParenthesis(parser: Parser, from: number): FeelExpression {
  const { cursor, names } = parser
  const inner = parser.test(names)
  if (cursor.accept('..')) return parseRangeEnd(parser, { from, start: inner, isStartIncluded: false })
  cursor.expect(')')
  return { ...inner, ...spanFrom(parser, from) }
}

/** `[1, 2]`, or `[1..5]`. */
function parseBracket(parser: Parser, from: number): FeelExpression {
  const { cursor, names } = parser
  if (cursor.accept(']')) return { kind: 'list', items: [], ...spanFrom(parser, from) }
  const first = parser.test(names)
  if (cursor.accept('..')) return parseRangeEnd(parser, { from, start: first, isStartIncluded: true })
  const items = [first]
  while (cursor.accept(',')) items.push(parser.test(names))
  cursor.expect(']')
  return { kind: 'list', items, ...spanFrom(parser, from) }
}

function parseOpenRange(parser: Parser, from: number): FeelExpression {
  const start = parser.expression(parser.names)
  parser.cursor.expect('..')
  return parseRangeEnd(parser, { from, start, isStartIncluded: false })
}

type RangeStart = {
  readonly from: number
  readonly start: FeelExpression
  readonly isStartIncluded: boolean
}

function parseRangeEnd(parser: Parser, { from, start, isStartIncluded }: RangeStart): FeelExpression {
  const { cursor, names } = parser
  const end = parser.expression(names)
  const isEndIncluded = cursor.accept(']')
  if (!isEndIncluded && !cursor.accept(')')) cursor.expect('[')
  return { kind: 'range', start, end, isStartIncluded, isEndIncluded, ...spanFrom(parser, from) }
}

function parseWord(parser: Parser, names: NameScope): FeelExpression {
  const { cursor } = parser
  const from = cursor.at
  const word = cursor.peekWord()
  const known = names.matchVariable(cursor.text, from)
  if (isKeyword(word) && (known === null || known.end <= from + word.length)) {
    const form = parseForm(parser, word)
    if (form !== null) return form
    // `not` is a function, but where a unary test begins.
    if (word !== 'not') return cursor.failExpecting('value')
    cursor.at += word.length
    return { kind: 'name', name: 'not', ...spanFrom(parser, from) }
  }
  const name = readName(parser)
  return { kind: 'name', name, ...spanFrom(parser, from) }
}
