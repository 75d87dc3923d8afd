import type { FeelExpression } from './expression.ts'
import { parseArithmetic, parseDisjunction } from './parse-operators.ts'
import { type Parser, spanFrom } from './parser.ts'

const SIGNS = ['<=', '>=', '!=', '<', '>', '='] as const

/** `< 5` is the range without a start; `= 5` the one that holds nothing else. */
export function parseTest(parser: Parser): FeelExpression {
  const { cursor } = parser
  cursor.skip()
  const from = cursor.at
  const sign = SIGNS.find((operator) => cursor.accept(operator))
  if (sign === undefined) return parseDisjunction(parser)
  const value = parseArithmetic(parser)
  const span = spanFrom(parser, from)
  if (sign === '!=') return { kind: 'other-than', value, ...span }
  const isEqual = sign === '='
  return {
    kind: 'range',
    start: sign.startsWith('>') || isEqual ? value : null,
    end: sign.startsWith('<') || isEqual ? value : null,
    isStartIncluded: sign === '>=' || isEqual,
    isEndIncluded: sign === '<=' || isEqual,
    ...span,
  }
}
