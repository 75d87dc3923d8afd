import type { ArithmeticOperator, ComparisonOperator, FeelExpression } from './expression.ts'
import { type BracketedTests, type Parser, spanFrom } from './parser.ts'

type Level = (parser: Parser) => FeelExpression

const COMPARISONS: readonly ComparisonOperator[] = ['<=', '>=', '!=', '<', '>', '=']

/** Everything that operators join, from the weakest on (DMN 1.5, grammar rules 2 and 4). */
export function parseDisjunction(parser: Parser): FeelExpression {
  const { cursor } = parser
  let left = parseConjunction(parser)
  while (cursor.acceptWord('or')) {
    left = { kind: 'or', left, right: parseConjunction(parser), ...spanFrom(parser, left.from) }
  }
  return left
}

function parseConjunction(parser: Parser): FeelExpression {
  const { cursor } = parser
  let left = parseComparison(parser)
  while (cursor.acceptWord('and')) {
    left = { kind: 'and', left, right: parseComparison(parser), ...spanFrom(parser, left.from) }
  }
  return left
}

function parseComparison(parser: Parser): FeelExpression {
  let left = parseArithmetic(parser)
  for (let next = continueComparison(parser, left); next !== null; next = continueComparison(parser, left)) {
    left = next
  }
  return left
}

function continueComparison(parser: Parser, left: FeelExpression): FeelExpression | null {
  const { cursor } = parser
  if (cursor.acceptWord('between')) {
    const low = parseArithmetic(parser)
    cursor.expectWord('and')
    const high = parseArithmetic(parser)
    return { kind: 'between', value: left, low, high, ...spanFrom(parser, left.from) }
  }
  if (cursor.acceptWord('in')) {
    const tests = parseTestsAfterIn(parser)
    return { kind: 'in', value: left, tests, ...spanFrom(parser, left.from) }
  }
  const operator = COMPARISONS.find((sign) => cursor.accept(sign))
  if (operator === undefined) return null
  const right = parseArithmetic(parser)
  return { kind: 'comparison', operator, left, right, ...spanFrom(parser, left.from) }
}

/** `in (…)` holds tests; when the bracket is that of a range, or arithmetic goes on behind it, it is one test. */
function parseTestsAfterIn(parser: Parser): readonly FeelExpression[] {
  const { cursor, names } = parser
  cursor.skip()
  const start = cursor.at
  if (cursor.sees('(')) {
    const { tests, end, isClosed } = parser.bracketedTests.get(start) ?? parseBracketedTests(parser)
    cursor.at = end
    if (isClosed && !continuesOperand(parser)) return tests
  }
  cursor.at = start
  const sign = COMPARISONS.some((operator) => cursor.sees(operator))
  return [sign ? parser.test(names) : parseArithmetic(parser)]
}

function parseBracketedTests(parser: Parser): BracketedTests {
  const { cursor, names } = parser
  const start = cursor.at
  cursor.expect('(')
  const tests = [parser.test(names)]
  while (cursor.accept(',')) tests.push(parser.test(names))
  const isClosed = cursor.accept(')')
  const found = { tests, end: cursor.at, isClosed }
  parser.bracketedTests.set(start, found)
  return found
}

function continuesOperand({ cursor }: Parser): boolean {
  return ['+', '-', '*', '/', '[', '.', '('].some((sign) => cursor.sees(sign))
}

const parseExponent = leftToRight(parseNegation, ['**'])
const parseTerm = leftToRight(parseExponent, ['*', '/'])
/** Sums and what binds closer. */
export const parseArithmetic: Level = leftToRight(parseTerm, ['+', '-'])

function leftToRight(next: Level, operators: readonly ArithmeticOperator[]): Level {
  return (parser) => {
    let left = next(parser)
    for (;;) {
      const operator = operators.find((sign) => acceptOperator(parser, sign))
      if (operator === undefined) return left
      left = { kind: 'arithmetic', operator, left, right: next(parser), ...spanFrom(parser, left.from) }
    }
  }
}

function acceptOperator({ cursor }: Parser, sign: ArithmeticOperator): boolean {
  if (sign === '*' && cursor.sees('**')) return false
  return cursor.accept(sign)
}

/** Signs before a value; there is no unary plus. */
function parseNegation(parser: Parser): FeelExpression {
  const { cursor } = parser
  cursor.skip()
  const starts: number[] = []
  while (cursor.sees('-')) {
    starts.push(cursor.at)
    cursor.at += 1
  }
  const value = parseInstanceOf(parser)
  return starts.reduceRight<FeelExpression>(
    (inner, from) => ({ kind: 'negation', value: inner, ...spanFrom(parser, from) }),
    value,
  )
}

function parseInstanceOf(parser: Parser): FeelExpression {
  const { cursor, names } = parser
  let value = parser.operand(names)
  while (cursor.acceptWord('instance')) {
    cursor.expectWord('of')
    value = { kind: 'instance-of', value, type: parser.type(), ...spanFrom(parser, value.from) }
  }
  return value
}
