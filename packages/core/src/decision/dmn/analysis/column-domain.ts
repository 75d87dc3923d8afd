import { TESTED } from '../../feel/compile/compile-test.ts'
import { compileTests, compileTree } from '../../feel/compile/compile-text.ts'
import { SILENT } from '../../feel/compile/constant.ts'
import type { Evaluator, Tester } from '../../feel/compile/frame.ts'
import { Scope } from '../../feel/compile/scope.ts'
import type { FeelExpression, UnaryTests } from '../../feel/syntax/expression.ts'
import { same } from '../../feel/values/equality.ts'
import { conforms } from '../../feel/values/type.ts'
import { type FeelType, type FeelValue, kindOf } from '../../feel/values/value.ts'
import { type Environment, surroundings } from '../environment.ts'
import type { FeelText, TableInput } from '../model.ts'
import { constantsIn, isDecidable, usesOrder } from './decidable.ts'
import { orderedSegments, type Segment, separateSegments } from './segment.ts'
import type { Mask } from './uncovered.ts'

/** A column of a table: its values in segments, and what each of its cells covers of them. */
export type ColumnDomain = {
  readonly segments: readonly Segment[]
  /** For each rule; null: the cell cannot be judged without inputs. */
  readonly cells: readonly (Mask | null)[]
}

type Cell = { readonly tree: UnaryTests | null; readonly test: Tester }

/** Works out a column; problems of its texts were told when the table was compiled. */
export function columnDomain(
  input: TableInput,
  texts: readonly FeelText[],
  environment: Environment,
): ColumnDomain {
  const quiet = { ...environment, tell: () => undefined }
  const cells = texts.map((text) => compileCell(text, quiet))
  const allowed = input.allowedValues === null ? null : compileCell(input.allowedValues, quiet)
  const type = input.typeRef === null ? undefined : environment.findType(input.typeRef)
  const all = segmentsOf({ cells, allowed, type, environment: quiet })
  const isPossible = ({ sample }: Segment) =>
    holds(allowed?.test, sample) && (type === undefined || conforms(sample, type))
  // Where nothing is compared there is one segment, of whatever kind.
  const segments = all.length === 1 ? all : all.filter(isPossible)
  return { segments, cells: cells.map((cell) => maskOf(cell, segments)) }
}

function compileCell(text: FeelText, environment: Environment): Cell {
  return compileTests(
    text.text,
    surroundings({ environment, scope: new Scope([TESTED], null), path: '' }, text),
  )
}

function holds(test: Tester | undefined, value: FeelValue): boolean {
  return test === undefined || test({ values: [value], parent: null, run: SILENT }, value) === true
}

function maskOf({ tree, test }: Cell, segments: readonly Segment[]): Mask | null {
  if (!isDecidable(tree)) return null
  return segments.reduce(
    (mask, { sample }, index) => (holds(test, sample) ? mask | (1n << BigInt(index)) : mask),
    0n,
  )
}

type Column = {
  readonly cells: readonly Cell[]
  readonly allowed: Cell | null
  readonly type: FeelType | undefined
  readonly environment: Environment
}

function segmentsOf({ cells, allowed, type, environment }: Column): readonly Segment[] {
  const known = [...cells, ...(allowed === null ? [] : [allowed])].filter(({ tree }) => isDecidable(tree))
  const compile = (expression: FeelExpression) => evaluatorOf(expression, environment)
  const constants = distinct([
    ...known.flatMap(({ tree }) => constantsIn(tree, compile)),
    ...typeConstants(type),
  ])
  const kind = constants[0] === undefined ? kindOfType(type) : kindOf(constants[0])
  const values = constants.filter((value) => kindOf(value) === kind)
  if (kind === 'boolean') return separateSegments([true, false], null)
  if (kind === 'string' && !known.some(({ tree }) => usesOrder(tree))) {
    return separateSegments(values, otherText(values))
  }
  return values.length === 0 ? separateSegments([], otherText([])) : orderedSegments(values)
}

function evaluatorOf(expression: FeelExpression, environment: Environment): Evaluator {
  const around = surroundings({ environment, scope: new Scope([], null), path: '' }, { text: '', line: 0 })
  return compileTree(expression, around)
}

function typeConstants(type: FeelType | undefined): readonly FeelValue[] {
  if (type?.kind !== 'constrained') return []
  return [...type.constants, ...typeConstants(type.base)]
}

function kindOfType(type: FeelType | undefined): string {
  if (type?.kind === 'constrained') return kindOfType(type.base)
  return type?.kind === 'simple' ? type.of : 'any'
}

function distinct(values: readonly FeelValue[]): readonly FeelValue[] {
  return values.filter((value, index) => values.findIndex((other) => same(other, value)) === index)
}

/** A text that is none of these. */
function otherText(values: readonly FeelValue[]): string {
  const lengths = values.map((value) => (typeof value === 'string' ? value.length : 0))
  return '…'.repeat(Math.max(0, ...lengths) + 1)
}
