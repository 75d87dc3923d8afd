import { BUILT_INS } from '../built-ins/built-ins.ts'
import type { FeelExpression, UnaryTests } from '../syntax/expression.ts'
import { expressionLevels } from '../syntax/expression-levels.ts'
import { NameIndex, NameScope } from '../syntax/name-scope.ts'
import { type Parsed, parseExpression, parseUnaryTests } from '../syntax/parse.ts'
import type { FeelType, Place, WarningCode, WarningParams } from '../values/value.ts'
import { compileExpression } from './compile-expression.ts'
import { compileTest } from './compile-test.ts'
import type { Compiler } from './compiler.ts'
import type { Evaluator, Tester } from './frame.ts'
import type { Scope } from './scope.ts'

/** What a text of FEEL may speak of. */
export type Surroundings = {
  readonly scope: Scope
  /** Names behind dots and in filters that may hold blanks: components of types. */
  readonly components: NameIndex
  readonly types: NameIndex
  readonly findType: (name: string) => FeelType | undefined
  /** Which text of the model it is, for places in warnings. */
  readonly source: string
  readonly report: (code: WarningCode, params: WarningParams, place: Place) => void
}

/** A text of FEEL as a tree and as a function of its variables; a broken one is null, and warns each time. */
export type CompiledText = { readonly tree: FeelExpression | null; readonly evaluate: Evaluator }

/** An input entry as a tree and as a test. */
export type CompiledTests = { readonly tree: UnaryTests | null; readonly test: Tester }

const BUILT_IN_NAMES = new NameIndex(BUILT_INS.keys())

/** Compiles one expression. */
export function compileText(text: string, around: Surroundings): CompiledText {
  const parsed = parseExpression(text, namesOf(around))
  if (!parsed.ok) return { tree: null, evaluate: broken(parsed, around) }
  return { tree: parsed.tree, evaluate: compileTree(parsed.tree, around) }
}

/** Compiles an input entry; true, false, or null when it cannot be told. */
export function compileTests(text: string, around: Surroundings): CompiledTests {
  const parsed = parseUnaryTests(text, namesOf(around))
  if (!parsed.ok) {
    const warn = broken(parsed, around)
    return {
      tree: null,
      test: (frame) => {
        warn(frame)
        return null
      },
    }
  }
  return { tree: parsed.tree, test: testerOf(parsed.tree, around) }
}

/** How much of the stack a text takes at most when it is evaluated; a broken one takes none. */
export function levelsOfText(text: string, around: Surroundings): number {
  const parsed = parseExpression(text, namesOf(around))
  return parsed.ok ? expressionLevels(parsed.tree) : 0
}

/** Compiles a tree that was read before. */
export function compileTree(tree: FeelExpression, around: Surroundings): Evaluator {
  return createCompiler(around).compile(tree, around.scope)
}

function testerOf(tree: UnaryTests, around: Surroundings): Tester {
  if (tree.kind === 'any') return () => true
  const compiler = createCompiler(around)
  const testers = tree.tests.map((test) => compiler.compileTest(test, around.scope))
  const [only] = testers
  const any: Tester =
    testers.length === 1 && only !== undefined
      ? only
      : (frame, value) => testers.some((tester) => tester(frame, value) === true)
  return tree.isNegated ? (frame, value) => any(frame, value) !== true : any
}

function namesOf({ scope, components, types }: Surroundings): NameScope {
  return new NameScope({
    variables: [new NameIndex(), ...scope.indexes(), BUILT_IN_NAMES],
    components: [new NameIndex(), components],
    types,
  })
}

function broken(parsed: Parsed<unknown>, { source, report }: Surroundings): Evaluator {
  if (parsed.ok) return () => null
  const { code, at, params } = parsed.problem
  const place = { source, from: at, to: at }
  report(code, params, place)
  return ({ run }) => run.warn(code, params, place)
}

function createCompiler(around: Surroundings): Compiler {
  const { findType, source, report, scope } = around
  const within = (inner: Scope): Compiler => ({
    scope: inner,
    source,
    findType,
    findBuiltIn: (name) => BUILT_INS.get(name),
    report,
    compile: (expression, at) => compileExpression(expression, within(at)),
    compileTest: (expression, at) => compileTest(expression, within(at)),
  })
  return within(scope)
}
