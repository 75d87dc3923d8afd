import type { FeelExpression, Iteration, Parameter } from './expression.ts'
import type { NameScope } from './name-scope.ts'
import { type Parser, spanFrom } from './parser.ts'

/** An expression that begins with a word of the language; null when this word begins none. */
export function parseForm(parser: Parser, word: string): FeelExpression | null {
  const { cursor } = parser
  const from = cursor.at
  const begin = () => {
    cursor.at += word.length
  }
  switch (word) {
    case 'null':
      begin()
      return { kind: 'null', ...spanFrom(parser, from) }
    case 'true':
    case 'false':
      begin()
      return { kind: 'boolean', value: word === 'true', ...spanFrom(parser, from) }
    case 'if':
      begin()
      return parseIf(parser, from)
    case 'for':
      begin()
      return parseFor(parser, from)
    case 'some':
    case 'every':
      begin()
      return parseQuantified(parser, word, from)
    case 'function':
      begin()
      return parseFunction(parser, from)
    default:
      return null
  }
}

function parseIf(parser: Parser, from: number): FeelExpression {
  const { cursor, names } = parser
  const condition = parser.expression(names)
  cursor.expectWord('then')
  const consequent = parser.expression(names)
  cursor.expectWord('else')
  const alternative = parser.expression(names)
  return { kind: 'if', condition, consequent, alternative, ...spanFrom(parser, from) }
}

function parseFor(parser: Parser, from: number): FeelExpression {
  const { iterations, names } = parseIterations(parser)
  parser.cursor.expectWord('return')
  const body = parser.expression(names.within(['partial']))
  return { kind: 'for', iterations, body, ...spanFrom(parser, from) }
}

function parseQuantified(parser: Parser, kind: 'some' | 'every', from: number): FeelExpression {
  const { iterations, names } = parseIterations(parser)
  parser.cursor.expectWord('satisfies')
  const body = parser.expression(names)
  return { kind, iterations, body, ...spanFrom(parser, from) }
}

/** Later iterations know the names of those before them. */
function parseIterations(parser: Parser): {
  readonly iterations: readonly Iteration[]
  readonly names: NameScope
} {
  const { cursor } = parser
  const iterations: Iteration[] = []
  let names = parser.names
  do {
    const name = readIterator(parser)
    const from = parser.test(names)
    const to = cursor.accept('..') ? parser.expression(names) : null
    iterations.push({ name, from, to })
    names = names.within([name])
  } while (cursor.accept(','))
  return { iterations, names }
}

function readIterator({ cursor }: Parser): string {
  const name = cursor.readDeclared(/^([^,()[\]{}"@]+?)(?=\s+in\b)/u)
  cursor.expectWord('in')
  return name
}

function parseFunction(parser: Parser, from: number): FeelExpression {
  const { cursor } = parser
  cursor.expect('(')
  const parameters: Parameter[] = []
  if (!cursor.accept(')')) {
    do parameters.push(parseParameter(parser))
    while (cursor.accept(','))
    cursor.expect(')')
  }
  const isExternal = cursor.acceptWord('external')
  const body = parser.expression(parser.names.within(parameters.map(({ name }) => name)))
  if (isExternal) return { kind: 'external', ...spanFrom(parser, from) }
  return { kind: 'function', parameters, body, ...spanFrom(parser, from) }
}

function parseParameter(parser: Parser): Parameter {
  const { cursor } = parser
  const name = cursor.readDeclared(/^([^,:()[\]{}"@]+)/u)
  return { name, type: cursor.accept(':') ? parser.type() : null }
}
