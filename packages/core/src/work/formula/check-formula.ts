import { ok, type Result } from '../../kernel/index.ts'
import { closestName } from '../query/closest-name.ts'
import {
  FORMULA_FUNCTION_NAMES,
  type FormulaFunction,
  type FormulaParameter,
  findFormulaFunction,
} from './formula-functions.ts'
import type { FormulaNode, FormulaOperator, FormulaType } from './formula-node.ts'
import { refuseFormula } from './formula-refusal.ts'
import type { BinarySign, FormulaSyntax } from './formula-syntax.ts'

/** How names in a formula are looked up. */
export type FormulaNames = {
  /** What the name means; null when nothing is called so. */
  readonly find: (name: string, at: number) => Result<FormulaNode> | null
  /** Everything that can be named, for a suggestion. */
  readonly all: () => Iterable<string>
}

/** Parts of a formula together with those of the formulas it uses. */
export const FORMULA_MAX_SIZE = 1000
/** How deep they may lie inside each other. */
export const FORMULA_MAX_HEIGHT = 40

type Call = Extract<FormulaSyntax, { readonly kind: 'call' }>
type Binary = Extract<FormulaSyntax, { readonly kind: 'binary' }>
type Unary = Extract<FormulaSyntax, { readonly kind: 'unary' }>

/**
 * Looks up every name and sees that every type fits.
 *
 * @returns refused with a `formula.*` code that says where and what would fit
 */
export function checkFormula(syntax: FormulaSyntax, names: FormulaNames): Result<FormulaNode> {
  switch (syntax.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'yesNo':
      return ok({ kind: 'literal', value: syntax.value, type: syntax.kind, size: 1, height: 1 })
    case 'name':
      return names.find(syntax.name, syntax.at) ?? refuseName(syntax.name, syntax.at, names)
    case 'unary':
      return checkUnary(syntax, names)
    case 'binary':
      return checkBinary(syntax, names)
    case 'call':
      return checkCall(syntax, names)
  }
}

function refuseName(name: string, position: number, names: FormulaNames) {
  const suggestion = closestName(name, names.all())
  return refuseFormula('formula.name_unknown', { position, found: name, suggestion })
}

function refuseType(node: FormulaNode, position: number, expected: readonly string[]) {
  return refuseFormula('formula.type_wrong', { position, is: TYPE_WORDS[node.type], expected })
}

const TYPE_WORDS: Readonly<Record<FormulaType, string>> = {
  number: 'a number',
  money: 'an amount of money',
  text: 'a text',
  date: 'a date',
  yesNo: 'yes or no',
  person: 'a person',
}

function checkUnary({ sign, operand, at }: Unary, names: FormulaNames): Result<FormulaNode> {
  const checked = checkFormula(operand, names)
  if (!checked.ok) return checked
  const node = checked.value
  if (sign === 'not') {
    return node.type === 'yesNo'
      ? operation('not', 'yesNo', { at, args: [node] })
      : refuseType(node, operand.at, [TYPE_WORDS.yesNo])
  }
  return isAmount(node.type)
    ? operation('negate', node.type, { at, args: [node] })
    : refuseType(node, operand.at, [TYPE_WORDS.number])
}

function checkBinary(syntax: Binary, names: FormulaNames): Result<FormulaNode> {
  const left = checkFormula(syntax.left, names)
  if (!left.ok) return left
  const right = checkFormula(syntax.right, names)
  return right.ok ? joinSides(syntax, left.value, right.value) : right
}

function joinSides(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  switch (syntax.sign) {
    case 'and':
    case 'or':
      return joinFacts(syntax, left, right)
    case '&':
      return joinTexts(syntax, left, right)
    case '+':
    case '-':
      return addUp(syntax, left, right)
    case '*':
    case '/':
      return scale(syntax, left, right)
    default:
      return compare(syntax, left, right)
  }
}

function joinFacts(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  if (left.type !== 'yesNo') return refuseType(left, syntax.left.at, [TYPE_WORDS.yesNo])
  if (right.type !== 'yesNo') return refuseType(right, syntax.right.at, [TYPE_WORDS.yesNo])
  const operator = syntax.sign === 'and' ? 'and' : 'or'
  return operation(operator, 'yesNo', { at: syntax.at, args: [left, right] })
}

function joinTexts(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  if (!isPrinted(left.type)) return refuseType(left, syntax.left.at, PRINTED_WORDS)
  if (!isPrinted(right.type)) return refuseType(right, syntax.right.at, PRINTED_WORDS)
  return operation('join', 'text', { at: syntax.at, args: [left, right] })
}

/** Amounts with amounts; a date with days; two dates are the days between them. */
function addUp(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  const { at } = syntax
  const isPlus = syntax.sign === '+'
  if (left.type === 'date') return moveDate(syntax, left, right)
  if (!isAmount(left.type)) return refuseType(left, syntax.left.at, [TYPE_WORDS.number, TYPE_WORDS.date])
  if (right.type === 'date' && left.type === 'number' && isPlus) {
    return operation('addDays', 'date', { at, args: [right, left] })
  }
  if (!isAmount(right.type)) return refuseType(right, syntax.right.at, [TYPE_WORDS.number])
  return operation(isPlus ? 'add' : 'subtract', richer(left.type, right.type), { at, args: [left, right] })
}

function moveDate(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  const { at } = syntax
  const isPlus = syntax.sign === '+'
  if (right.type === 'date' && !isPlus) return operation('days', 'number', { at, args: [right, left] })
  if (right.type !== 'number') return refuseType(right, syntax.right.at, ['a number of days'])
  const shift = isPlus ? ok(right) : operation('negate', 'number', { at, args: [right] })
  return shift.ok ? operation('addDays', 'date', { at, args: [left, shift.value] }) : shift
}

function scale(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  const { at } = syntax
  if (!isAmount(left.type)) return refuseType(left, syntax.left.at, [TYPE_WORDS.number])
  if (!isAmount(right.type)) return refuseType(right, syntax.right.at, [TYPE_WORDS.number])
  const isMoney = left.type === 'money' && right.type === 'money'
  if (syntax.sign === '*') {
    if (isMoney) return refuseType(right, syntax.right.at, [`${TYPE_WORDS.number} to multiply money by`])
    return operation('multiply', richer(left.type, right.type), { at, args: [left, right] })
  }
  if (right.type === 'money' && !isMoney) return refuseType(right, syntax.right.at, [TYPE_WORDS.number])
  return operation('divide', isMoney ? 'number' : left.type, { at, args: [left, right] })
}

const SAME_SIGNS: ReadonlySet<BinarySign> = new Set(['=', '!='])

function compare(syntax: Binary, left: FormulaNode, right: FormulaNode): Result<FormulaNode> {
  const { at, sign } = syntax
  if (!SAME_SIGNS.has(sign) && !isOrdered(left.type)) {
    return refuseType(left, syntax.left.at, [TYPE_WORDS.number, TYPE_WORDS.date])
  }
  if (unified(left.type, right.type) === null)
    return refuseType(right, syntax.right.at, [TYPE_WORDS[left.type]])
  const asked = { at, args: [left, right] }
  const turned = { at, args: [right, left] }
  switch (sign) {
    case '=':
      return operation('equal', 'yesNo', asked)
    case '!=': {
      const equal = operation('equal', 'yesNo', asked)
      return equal.ok ? operation('not', 'yesNo', { at, args: [equal.value] }) : equal
    }
    case '<':
    case '<=':
      return operation(sign === '<' ? 'less' : 'lessOrEqual', 'yesNo', asked)
    default:
      return operation(sign === '>' ? 'less' : 'lessOrEqual', 'yesNo', turned)
  }
}

function checkCall(call: Call, names: FormulaNames): Result<FormulaNode> {
  if (call.name.toLowerCase() === 'today') {
    return call.args.length === 0
      ? ok({ kind: 'today', type: 'date', size: 1, height: 1 })
      : refuseFormula('formula.arguments_wrong', { position: call.at, found: 'today', expected: ['today()'] })
  }
  const known = findFormulaFunction(call.name)
  if (!known) {
    const suggestion = closestName(call.name, FORMULA_FUNCTION_NAMES)
    return refuseFormula('formula.function_unknown', { position: call.at, found: call.name, suggestion })
  }
  const { parameters, more, optional = 0, usage } = known
  const count = call.args.length
  if (count < parameters.length - optional || (more === undefined && count > parameters.length)) {
    return refuseFormula('formula.arguments_wrong', {
      position: call.at,
      found: call.name,
      expected: [usage],
    })
  }
  return checkArguments(call, known, names)
}

function checkArguments(call: Call, known: FormulaFunction, names: FormulaNames): Result<FormulaNode> {
  const args: FormulaNode[] = []
  /** What `same` has to be. */
  let same: FormulaType | null = null
  for (const [index, syntax] of call.args.entries()) {
    const checked = checkFormula(syntax, names)
    if (!checked.ok) return checked
    const node = checked.value
    const parameter = known.parameters[index] ?? known.more ?? 'any'
    const wrong = mismatch(node, parameter, same)
    if (wrong) return refuseType(node, syntax.at, wrong)
    if (BINDING.has(parameter)) same = unified(same ?? node.type, node.type)
    args.push(node)
  }
  const type = known.result === 'same' ? (same ?? 'number') : known.result
  if (known.operator === 'if' && args.length === 2) args.push(emptyOf(type))
  return operation(known.operator, type, { at: call.at, args })
}

/** A condition that is left without its else is no, not nothing. */
function emptyOf(type: FormulaType): FormulaNode {
  return { kind: 'literal', type, value: type === 'yesNo' ? false : null, size: 1, height: 1 }
}

/** Places whose type is that of the result. */
const BINDING: ReadonlySet<FormulaParameter> = new Set(['amount', 'ordered', 'any', 'same'])

/** What was expected instead; null when it fits. */
function mismatch(
  node: FormulaNode,
  parameter: FormulaParameter,
  same: FormulaType | null,
): readonly string[] | null {
  switch (parameter) {
    case 'any':
      return null
    case 'same':
      return same === null || unified(same, node.type) ? null : [TYPE_WORDS[same]]
    case 'amount':
      return isAmount(node.type) ? null : [TYPE_WORDS.number]
    case 'ordered':
      return isOrdered(node.type) ? null : [TYPE_WORDS.number, TYPE_WORDS.date]
    case 'printed':
      return isPrinted(node.type) ? null : PRINTED_WORDS
    case 'digits':
      return isDigits(node) ? null : ['a plain number of digits from 0 to 6']
    default:
      return node.type === parameter ? null : [TYPE_WORDS[parameter]]
  }
}

function isDigits(node: FormulaNode): boolean {
  return (
    node.kind === 'literal' && [0, 1, 2, 3, 4, 5, 6].includes(Number(node.value)) && node.type === 'number'
  )
}

function isAmount(type: FormulaType): boolean {
  return type === 'number' || type === 'money'
}

function isOrdered(type: FormulaType): boolean {
  return isAmount(type) || type === 'date'
}

function isPrinted(type: FormulaType): boolean {
  return type === 'text' || isOrdered(type)
}

const PRINTED_WORDS = [TYPE_WORDS.text, TYPE_WORDS.number, TYPE_WORDS.date]

/** Money with numbers is money. */
function richer(a: FormulaType, b: FormulaType): FormulaType {
  return a === 'money' || b === 'money' ? 'money' : a
}

function unified(a: FormulaType, b: FormulaType): FormulaType | null {
  if (a === b) return a
  return isAmount(a) && isAmount(b) ? 'money' : null
}

/** Signs that stand beside each other many times in a row without lying deeper for it. */
const LEVEL: ReadonlySet<FormulaOperator> = new Set(['add', 'subtract', 'and', 'or', 'join'])

function operation(
  operator: FormulaOperator,
  type: FormulaType,
  { at, args }: { readonly at: number; readonly args: readonly FormulaNode[] },
): Result<FormulaNode> {
  const size = args.reduce((sum, arg) => sum + arg.size, 1)
  if (size > FORMULA_MAX_SIZE) {
    return refuseFormula('formula.too_large', { position: at, max: FORMULA_MAX_SIZE })
  }
  const height = Math.max(0, ...args.map((arg) => heightUnder(operator, arg)))
  if (height > FORMULA_MAX_HEIGHT) {
    return refuseFormula('formula.too_deep', { position: at, max: FORMULA_MAX_HEIGHT })
  }
  return ok({ kind: 'operation', operator, type, args, size, height })
}

function heightUnder(operator: FormulaOperator, arg: FormulaNode): number {
  const isSameLevel = arg.kind === 'operation' && LEVEL.has(operator) && LEVEL.has(arg.operator)
  return isSameLevel ? arg.height : arg.height + 1
}
