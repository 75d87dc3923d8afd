import { addDays, dayNumber, isPlainDate, type PlainDate } from '../../kernel/index.ts'
import type { FieldValue } from '../custom-field.ts'
import type { WorkItem } from '../work-item.ts'
import { ATTRIBUTE_READERS } from './formula-attributes.ts'
import {
  FORMULA_DAYS_MAX,
  FORMULA_NUMBER_MAX,
  FORMULA_NUMBER_MIN,
  type FormulaNode,
  type FormulaOperator,
} from './formula-node.ts'
import type { FormulaReader, FormulaValue, FormulaWorld, TextForm } from './formula-reader.ts'
import { inForm } from './text-form.ts'

/**
 * Turns a checked formula into a function, in time linear to its size. Missing values, a division by
 * zero and days out of range come to null; nothing throws.
 *
 * @returns with folded texts, the same answers as the SQL that the server makes of the formula
 */
export function compileFormula(node: FormulaNode, world: FormulaWorld, form: TextForm): FormulaReader {
  switch (node.kind) {
    case 'literal': {
      const value =
        typeof node.value === 'string' && node.type === 'text' ? inForm(node.value, form) : node.value
      return () => value
    }
    case 'today':
      return () => world.today
    case 'attribute':
      return ATTRIBUTE_READERS[node.name](world, form)
    case 'field':
      return fieldReader(node, world, form)
    case 'operation':
      return compileOperation(node, world, form)
  }
}

function fieldReader(
  { fieldId, type, options }: Extract<FormulaNode, { readonly kind: 'field' }>,
  world: FormulaWorld,
  form: TextForm,
): FormulaReader {
  const names = options && new Map(options.map(({ id, name }) => [id, inForm(name, form)]))
  const scale = type === 'money' ? 10 ** world.currencyDigits : 1
  return ({ fields }) => {
    const value: FieldValue | undefined = fields[fieldId]
    if (type === 'number' || type === 'money') return typeof value === 'number' ? scaled(value, scale) : null
    if (typeof value !== 'string') return null
    if (names) return names.get(value) ?? null
    if (type === 'date') return isPlainDate(value) ? value : null
    return type === 'text' ? inForm(value, form) : value
  }
}

function scaled(value: number, scale: number): number | null {
  const within = bounded(value)
  return within === null ? null : within / scale
}

type Operation = Extract<FormulaNode, { readonly kind: 'operation' }>

/** Whose texts are compared, whatever form the result has. */
const COMPARING: ReadonlySet<FormulaOperator> = new Set(['equal', 'contains'])

function compileOperation(node: Operation, world: FormulaWorld, form: TextForm): FormulaReader {
  const { operator, args } = node
  const below = COMPARING.has(operator) ? 'folded' : form
  const readers = args.map((arg, index) =>
    compileFormula(arg, world, operator === 'if' && index === 0 ? 'folded' : below),
  )
  const [first = NOTHING, second = NOTHING, third = NOTHING] = readers
  switch (operator) {
    case 'if':
      return (item) => (first(item) === true ? second(item) : third(item))
    case 'and':
      return (item) => first(item) === true && second(item) === true
    case 'or':
      return (item) => first(item) === true || second(item) === true
    case 'not':
      return (item) => first(item) !== true
    case 'isEmpty':
      return (item) => first(item) === null
    case 'ifEmpty':
      return (item) => firstPresent(readers, item)
    case 'min':
      return (item) => extreme(readers, item, -1)
    case 'max':
      return (item) => extreme(readers, item, 1)
    case 'join':
      return (item) => joined(readers, item)
    default: {
      const apply = OF_VALUES[operator]
      return (item) => apply(first(item), second(item))
    }
  }
}

const NOTHING: FormulaReader = () => null

function firstPresent(readers: readonly FormulaReader[], item: WorkItem): FormulaValue {
  for (const read of readers) {
    const value = read(item)
    if (value !== null) return value
  }
  return null
}

/** The least or greatest of the values that are there: numbers by size, days by time. */
function extreme(readers: readonly FormulaReader[], item: WorkItem, sign: 1 | -1): FormulaValue {
  let best: FormulaValue = null
  for (const read of readers) {
    const value = read(item)
    if (value === null) continue
    if (best === null || (sign === 1 ? value > best : value < best)) best = value
  }
  return best
}

function joined(readers: readonly FormulaReader[], item: WorkItem): string | null {
  let text = ''
  for (const read of readers) text += printed(read(item))
  return text === '' ? null : text
}

/** Numbers are printed with four digits after the point at most. */
const PRINTED_SCALE = 10_000

function printed(value: FormulaValue): string {
  if (typeof value !== 'number') return value === null ? '' : String(value)
  const rounded = roundTo(value, PRINTED_SCALE)
  return Math.abs(rounded) < FORMULA_NUMBER_MAX ? String(rounded + 0) : ''
}

/** Halves go away from zero. */
function roundTo(value: number, scale: number): number {
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5)) / scale
}

/** What may be added up, multiplied and divided without leaving the numbers that both worlds know. */
function bounded(value: number): number | null {
  const size = Math.abs(value)
  if (size > FORMULA_NUMBER_MAX) return null
  return size < FORMULA_NUMBER_MIN ? 0 : value
}

type Plain = Exclude<
  FormulaOperator,
  'if' | 'and' | 'or' | 'not' | 'isEmpty' | 'ifEmpty' | 'min' | 'max' | 'join'
>

const OF_VALUES: Readonly<Record<Plain, (a: FormulaValue, b: FormulaValue) => FormulaValue>> = {
  add: ofNumbers((a, b) => a + b),
  subtract: ofNumbers((a, b) => a - b),
  multiply: ofBounded((a, b) => a * b),
  divide: ofBounded((a, b) => (b === 0 ? null : a / b)),
  negate: ofNumber((a) => -a),
  round: (a, digits) => (typeof a === 'number' ? roundTo(a, 10 ** Number(digits ?? 0)) : null),
  floor: ofNumber(Math.floor),
  ceiling: ofNumber(Math.ceil),
  abs: ofNumber(Math.abs),
  equal: (a, b) => a !== null && a === b,
  less: (a, b) => a !== null && b !== null && a < b,
  lessOrEqual: (a, b) => a !== null && b !== null && a <= b,
  contains: (a, b) => typeof a === 'string' && typeof b === 'string' && a.includes(b),
  addDays: (a, b) => (typeof a === 'string' && typeof b === 'number' ? shifted(a, b) : null),
  days: (a, b) => {
    const [from, to] = [dayIn(a), dayIn(b)]
    return from === null || to === null ? null : to - from
  },
  year: (a) => (typeof a === 'string' ? Number(a.slice(0, 4)) : null),
  month: (a) => (typeof a === 'string' ? Number(a.slice(5, 7)) : null),
  day: (a) => (typeof a === 'string' ? Number(a.slice(8, 10)) : null),
  weekday: (a) => {
    const day = dayIn(a)
    // Day 0, 1970-01-01, was a Thursday: the fourth of a week that begins with Monday.
    return day === null ? null : ((((day + 3) % 7) + 7) % 7) + 1
  },
}

function ofNumber(apply: (a: number) => number) {
  return (a: FormulaValue) => (typeof a === 'number' ? apply(a) : null)
}

function ofNumbers(apply: (a: number, b: number) => number | null) {
  return (a: FormulaValue, b: FormulaValue) =>
    typeof a === 'number' && typeof b === 'number' ? apply(a, b) : null
}

function ofBounded(apply: (a: number, b: number) => number | null) {
  return ofNumbers((a, b) => {
    const [left, right] = [bounded(a), bounded(b)]
    return left === null || right === null ? null : apply(left, right)
  })
}

function dayIn(value: FormulaValue): number | null {
  return typeof value === 'string' ? (dayNumber(value) ?? null) : null
}

/** Parts of days do not count. */
function shifted(day: PlainDate, days: number): PlainDate | null {
  if (Math.abs(days) > FORMULA_DAYS_MAX) return null
  const next = addDays(day, Math.trunc(days))
  return isPlainDate(next) ? next : null
}
