import { normalName } from './characters.ts'
import type { FeelExpression, NamedExpression } from './expression.ts'
import { type Parser, spanFrom } from './parser.ts'

/** `{ a: 1, "b c": a + 1 }`; each entry knows those before it. */
export function parseContext(parser: Parser, from: number): FeelExpression {
  const { cursor } = parser
  const names = parser.names.within([])
  const entries: NamedExpression[] = []
  if (!cursor.accept('}')) {
    do {
      const name = readKey(parser)
      cursor.expect(':')
      names.learn(name)
      entries.push({ name, value: parser.test(names) })
      names.declare(name)
    } while (cursor.accept(','))
    cursor.expect('}')
  }
  return { kind: 'context', entries, ...spanFrom(parser, from) }
}

/** Before a colon any words and signs are a key. */
function readKey({ cursor }: Parser): string {
  cursor.skip()
  if (cursor.sees('"')) return cursor.readString()
  const key = normalName(
    /^[^:{}[\]",]*/u.exec(cursor.text.slice(cursor.at, cursor.at + KEY_LENGTH))?.[0] ?? '',
  )
  if (key === '') cursor.failExpecting('name')
  cursor.at = cursor.text.indexOf(':', cursor.at)
  if (cursor.at < 0) cursor.at = cursor.text.length
  return key
}

/** Longer keys are no names. */
const KEY_LENGTH = 400
