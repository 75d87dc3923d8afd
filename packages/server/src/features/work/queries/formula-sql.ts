import {
  type BoundFormula,
  FORMULA_DAYS_MAX,
  FORMULA_NUMBER_MAX,
  FORMULA_NUMBER_MIN,
  type FormulaNode,
  type FormulaOperator,
  foldText,
} from '@millrace/core/work'
import { attributeSql } from './formula-attribute-sql.ts'
import type { FormulaWriting } from './formula-writing.ts'
import type { QueryParams, SqlType } from './query-params.ts'

/** What a formula comes to as a value of a field: money in minor units, yes or no as these words. */
export function formulaFieldSql(
  { node, world }: Pick<BoundFormula, 'node' | 'world'>,
  writing: Omit<FormulaWriting, 'world'>,
): string {
  const sql = formulaSql(node, { ...writing, world })
  switch (node.type) {
    case 'money':
      return `(floor(${sql} * ${10 ** world.currencyDigits}::float8 + 0.5) + 0)`
    case 'number':
      // There is no minus zero in what people see.
      return `(${sql} + 0)`
    case 'yesNo':
      return `(case when ${sql} then 'yes' else 'no' end)`
    default:
      return sql
  }
}

/**
 * A formula as an expression that comes to what `compileFormula` comes to in memory, with folded
 * texts. It never raises an error: numbers keep within bounds before they are multiplied, days
 * before they are added. Conditions are never null. Every value is bound.
 */
export function formulaSql(node: FormulaNode, writing: FormulaWriting): string {
  switch (node.kind) {
    case 'literal':
      return literalSql(node, writing.params)
    case 'today':
      return writing.params.bind(writing.world.today, 'date')
    case 'attribute':
      return attributeSql(node.name, writing)
    case 'field':
      return fieldSql(node, writing)
    case 'operation':
      return operationSql(node.operator, node.args, writing)
  }
}

const SQL_TYPES: Readonly<Record<Exclude<FormulaNode['type'], 'yesNo'>, SqlType>> = {
  number: 'float8',
  money: 'float8',
  text: 'text',
  person: 'text',
  date: 'date',
}

function literalSql(
  { type, value }: Extract<FormulaNode, { readonly kind: 'literal' }>,
  params: QueryParams,
): string {
  if (type === 'yesNo') return String(value === true)
  if (typeof value === 'string' && type === 'text') return params.bind(foldText(value) || null, 'text')
  return params.bind(value, SQL_TYPES[type])
}

type FieldNode = Extract<FormulaNode, { readonly kind: 'field' }>

function fieldSql({ fieldId, type, options }: FieldNode, { alias, params, world }: FormulaWriting): string {
  const id = params.bind(fieldId, 'text')
  const value = `${alias}.fields ->> ${id}`
  const typed = (jsonType: string, sql: string) =>
    `(case when jsonb_typeof(${alias}.fields -> ${id}) = '${jsonType}' then ${sql} end)`
  if (type === 'number') return typed('number', bounded(`(${value})::float8`))
  if (type === 'money') {
    return typed('number', `${bounded(`(${value})::float8`)} / ${10 ** world.currencyDigits}::float8`)
  }
  if (options) {
    const names = options.map(({ id: option, name }) => [option, foldText(name) || null])
    return typed(
      'string',
      `${params.bind(JSON.stringify(Object.fromEntries(names)), 'jsonb')} ->> (${value})`,
    )
  }
  if (type === 'date') return typed('string', dateSql(`(${value})`))
  if (type === 'text') return `nullif(coalesce(${alias}.folds ->> ${id}, ${typed('string', value)}), '')`
  return typed('string', value)
}

/** A text as a day, or nothing if it is none: a cast alone would raise an error. */
function dateSql(text: string): string {
  const lastDay = `extract(day from (substr(${text}, 1, 7) || '-01')::date + interval '1 month - 1 day')`
  return `case when ${text} ~ '^(19[0-9]{2}|2[01][0-9]{2})-(0[1-9]|1[0-2])-[0-3][0-9]$|^2200-(0[1-9]|1[0-2])-[0-3][0-9]$'
    then case when substr(${text}, 9)::integer between 1 and ${lastDay} then (${text})::date end end`
}

/** What may be added up, multiplied and divided without leaving the numbers that both worlds know. */
function bounded(sql: string): string {
  return `(case when abs(${sql}) <= ${FORMULA_NUMBER_MAX}::float8 then
    case when abs(${sql}) < ${FORMULA_NUMBER_MIN}::float8 then 0::float8 else ${sql} end end)`
}

/**
 * Works the inner values out once, as columns of `t`. Without `offset 0` the planner would put the
 * expressions back wherever they are named, and deep formulas would take exponential time.
 */
function once(values: Readonly<Record<string, string>>, result: string): string {
  const columns = Object.entries(values).map(([name, sql]) => `${sql} as ${name}`)
  return `(select ${result} from (select ${columns.join(', ')} offset 0) t)`
}

const FIRST_DAY = "date '1900-01-01'"
const LAST_DAY = "date '2200-12-31'"

function operationSql(
  operator: FormulaOperator,
  args: readonly FormulaNode[],
  writing: FormulaWriting,
): string {
  if (operator === 'join') return joinSql(args, writing)
  if (operator === 'round') return roundSql(formulaSql(args[0] ?? NONE, writing), 10 ** digitsOf(args[1]))
  const values = args.map((arg) => formulaSql(arg, writing))
  return OPERATORS[operator](values)
}

const NONE: FormulaNode = { kind: 'literal', type: 'number', value: null, size: 1, height: 1 }

function digitsOf(node: FormulaNode | undefined): number {
  return node?.kind === 'literal' ? Number(node.value) : 0
}

/** Halves go away from zero. */
function roundSql(sql: string, scale: number): string {
  return once({ x: sql }, `sign(t.x) * floor(abs(t.x) * ${scale}::float8 + 0.5) / ${scale}::float8`)
}

/** Numbers are printed with four digits after the point at most. */
const PRINTED_SCALE = 10_000

function joinSql(args: readonly FormulaNode[], writing: FormulaWriting): string {
  const texts = args.map((arg) => printedSql(arg, formulaSql(arg, writing)))
  return `nullif(${texts.map((text) => `coalesce(${text}, '')`).join(' || ')}, '')`
}

function printedSql({ type }: FormulaNode, sql: string): string {
  if (type === 'date') return `to_char(${sql}, 'YYYY-MM-DD')`
  if (type !== 'number' && type !== 'money') return sql
  const rounded = roundSql(sql, PRINTED_SCALE)
  // Adding zero turns minus zero into zero.
  return once({ x: rounded }, `case when abs(t.x) < ${FORMULA_NUMBER_MAX}::float8 then (t.x + 0)::text end`)
}

type Written = Readonly<
  Record<Exclude<FormulaOperator, 'join' | 'round'>, (values: readonly string[]) => string>
>

const either =
  (write: (a: string, b: string) => string) =>
  ([a = 'null', b = 'null']: readonly string[]): string =>
    write(a, b)

const OPERATORS: Written = {
  add: either((a, b) => `(${a} + ${b})`),
  subtract: either((a, b) => `(${a} - ${b})`),
  multiply: either((a, b) => once({ a, b }, `${bounded('t.a')} * ${bounded('t.b')}`)),
  divide: either((a, b) => once({ a, b }, `${bounded('t.a')} / nullif(${bounded('t.b')}, 0)`)),
  negate: either((a) => `(- ${a})`),
  addDays: either((day, days) =>
    once(
      { d: day, n: days },
      `case when abs(t.n) <= ${FORMULA_DAYS_MAX} then
      case when t.d + trunc(t.n)::integer between ${FIRST_DAY} and ${LAST_DAY} then t.d + trunc(t.n)::integer end end`,
    ),
  ),
  days: either((from, to) => `(${to} - ${from})::float8`),
  equal: either((a, b) => `coalesce(${a} = ${b}, false)`),
  less: either((a, b) => `coalesce(${a} < ${b}, false)`),
  lessOrEqual: either((a, b) => `coalesce(${a} <= ${b}, false)`),
  and: either((a, b) => `(${a} and ${b})`),
  or: either((a, b) => `(${a} or ${b})`),
  not: either((a) => `(not ${a})`),
  if: ([condition = 'false', value = 'null', otherwise = 'null']) =>
    `(case when ${condition} then ${value} else ${otherwise} end)`,
  isEmpty: either((a) => `(${a} is null)`),
  ifEmpty: (values) => `coalesce(${values.join(', ')})`,
  floor: either((a) => `floor(${a})`),
  ceiling: either((a) => `ceil(${a})`),
  abs: either((a) => `abs(${a})`),
  min: (values) => `least(${values.join(', ')})`,
  max: (values) => `greatest(${values.join(', ')})`,
  contains: either((a, b) => `coalesce(strpos(${a}, ${b}) > 0, false)`),
  year: either((a) => `extract(year from ${a})::float8`),
  month: either((a) => `extract(month from ${a})::float8`),
  day: either((a) => `extract(day from ${a})::float8`),
  weekday: either((a) => `extract(isodow from ${a})::float8`),
}
