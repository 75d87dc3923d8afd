import type { TypedName, TypeExpression } from './expression.ts'
import type { Parser } from './parser.ts'

/** Names of types whose words would otherwise be read one by one. */
const LONG_NAMES = [
  'date and time',
  'days and time duration',
  'years and months duration',
  'day-time duration',
]

/** A type; those within it are read by way of the parser, which counts how deep they are. */
export function parseType(parser: Parser): TypeExpression {
  const { cursor } = parser
  const word = cursor.peekWord()
  const start = cursor.at
  if (word !== 'list' && word !== 'range' && word !== 'context' && word !== 'function') return named(parser)
  cursor.at += word.length
  if (!cursor.accept('<')) {
    cursor.at = start
    return named(parser)
  }
  if (word === 'context') return { kind: 'context', entries: typedNames(parser) }
  if (word === 'function') return functionType(parser)
  const of = parser.type()
  cursor.expect('>')
  return { kind: word, of }
}

function typedNames(parser: Parser): readonly TypedName[] {
  const { cursor } = parser
  const entries: TypedName[] = []
  if (cursor.accept('>')) return entries
  do {
    const name = cursor.readDeclared(/^([^,:()[\]{}<>"@]+)/u)
    cursor.expect(':')
    entries.push({ name, type: parser.type() })
  } while (cursor.accept(','))
  cursor.expect('>')
  return entries
}

function functionType(parser: Parser): TypeExpression {
  const { cursor } = parser
  const parameters: TypeExpression[] = []
  if (!cursor.accept('>')) {
    do parameters.push(parser.type())
    while (cursor.accept(','))
    cursor.expect('>')
  }
  cursor.expect('->')
  return { kind: 'function', parameters, result: parser.type() }
}

/** `null` and `function` are words of the language and names of types as well. */
function named(parser: Parser): TypeExpression {
  const { cursor, names } = parser
  const long = LONG_NAMES.find((name) => cursor.acceptWord(name))
  if (long !== undefined) return { kind: 'named', name: long }
  for (const word of ['null', 'function']) {
    if (cursor.acceptWord(word)) return { kind: 'named', name: word }
  }
  const parts: string[] = []
  do {
    cursor.skip()
    const known = names.types.match(cursor.text, cursor.at)
    if (known !== null) cursor.at = known.end
    const part = known?.name ?? cursor.readWords()
    if (part === '') cursor.failExpecting('type')
    parts.push(part)
  } while (cursor.accept('.'))
  return { kind: 'named', name: parts.join('.') }
}
