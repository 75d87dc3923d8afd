import { Cursor } from './cursor.ts'
import type { FeelExpression, UnaryTests } from './expression.ts'
import { expressionDepth } from './expression-depth.ts'
import type { NameScope } from './name-scope.ts'
import { parseDisjunction } from './parse-operators.ts'
import { parseOperand } from './parse-primary.ts'
import { parseTest } from './parse-test.ts'
import { parseType } from './parse-type.ts'
import type { Parser } from './parser.ts'
import { SyntaxFault, type SyntaxProblem } from './syntax-fault.ts'

/** Code units of one expression; far beyond what people write into a cell. */
const MAX_LENGTH = 65_536
/** Expressions within expressions, so that neither parsing nor evaluating runs out of stack. */
const MAX_NESTING = 150
const MAX_DEPTH = 600

/** An expression, or where its text went wrong. */
export type Parsed<Tree> =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly problem: SyntaxProblem }

/**
 * Reads one FEEL expression.
 *
 * @param names what is known where it stands: names may hold blanks and signs, so that only this tells them apart
 * @see DMN 1.5 §10.3.1
 */
export function parseExpression(text: string, names: NameScope): Parsed<FeelExpression> {
  return guarded(text, names, (parser) => {
    const tree = parser.test(names)
    return { tree, parts: [tree] }
  })
}

/** Reads the tests of an input entry: `-`, `< 5, [10..20]`, `not("a", "b")`. */
export function parseUnaryTests(text: string, names: NameScope): Parsed<UnaryTests> {
  return guarded<UnaryTests>(text, names, (parser) => {
    const { cursor } = parser
    if (cursor.isAtEnd()) return { tree: { kind: 'any' }, parts: [] }
    if (cursor.accept('-') && cursor.isAtEnd()) return { tree: { kind: 'any' }, parts: [] }
    cursor.at = 0
    const negated = parseNegatedTests(parser, names)
    const tests = negated ?? parseTests(parser, names)
    return { tree: { kind: 'tests', isNegated: negated !== null, tests }, parts: tests }
  })
}

function parseTests(parser: Parser, names: NameScope): readonly FeelExpression[] {
  const tests = [parser.test(names)]
  while (parser.cursor.accept(',')) tests.push(parser.test(names))
  return tests
}

/** `not(…)` around all tests; where more follows it was the function. */
function parseNegatedTests(parser: Parser, names: NameScope): readonly FeelExpression[] | null {
  const { cursor } = parser
  if (cursor.acceptWord('not') && cursor.accept('(')) {
    const tests = parseTests(parser, names)
    if (cursor.accept(')') && cursor.isAtEnd()) return tests
  }
  cursor.at = 0
  return null
}

type Outcome<Tree> = { readonly tree: Tree; readonly parts: readonly FeelExpression[] }

function guarded<Tree>(
  text: string,
  names: NameScope,
  parse: (parser: Parser) => Outcome<Tree>,
): Parsed<Tree> {
  const cursor = new Cursor(text)
  try {
    if (text.length > MAX_LENGTH) cursor.fail('feel.too_long', { limit: MAX_LENGTH })
    const { tree, parts } = parse(createParser(cursor, names))
    if (!cursor.isAtEnd()) cursor.failExpecting('end')
    if (expressionDepth(parts, MAX_DEPTH) > MAX_DEPTH) cursor.fail('feel.too_deep', { limit: MAX_DEPTH }, 0)
    return { ok: true, tree }
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, problem: error.problem }
    throw error
  }
}

function createParser(cursor: Cursor, names: NameScope): Parser {
  let nesting = 0
  const deeper = <Tree>(read: () => Tree): Tree => {
    nesting += 1
    if (nesting > MAX_NESTING) cursor.fail('feel.too_deep', { limit: MAX_NESTING })
    const found = read()
    nesting -= 1
    return found
  }
  const nested = (read: (parser: Parser) => FeelExpression) => (known: NameScope) =>
    deeper(() => read({ ...parser, names: known }))
  const parser: Parser = {
    cursor,
    names,
    bracketedTests: new Map(),
    expression: nested(parseDisjunction),
    test: nested(parseTest),
    type: () => deeper(() => parseType(parser)),
    operand: (known) => parseOperand({ ...parser, names: known }),
  }
  return parser
}
