import type { FormulaOperator, FormulaType } from './formula-node.ts'

/** What a function takes in one place. `same` is what the first of its kind was. */
export type FormulaParameter = FormulaType | 'amount' | 'ordered' | 'any' | 'same' | 'printed' | 'digits'

/** A function of the language. `more` may be repeated; `optional` counts from the end. */
export type FormulaFunction = {
  readonly operator: FormulaOperator
  readonly parameters: readonly FormulaParameter[]
  readonly more?: FormulaParameter
  readonly optional?: number
  readonly result: FormulaType | 'same'
  /** How it is called, shown where one is called wrongly and in the list of functions. */
  readonly usage: string
}

/** Every function by name, in the order of the documentation. */
export const FORMULA_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  if: {
    operator: 'if',
    parameters: ['yesNo', 'any', 'same'],
    optional: 1,
    result: 'same',
    usage: 'if(condition, then, else)',
  },
  isEmpty: { operator: 'isEmpty', parameters: ['any'], result: 'yesNo', usage: 'isEmpty(value)' },
  ifEmpty: {
    operator: 'ifEmpty',
    parameters: ['any', 'same'],
    more: 'same',
    result: 'same',
    usage: 'ifEmpty(value, otherwise)',
  },
  round: {
    operator: 'round',
    parameters: ['amount', 'digits'],
    optional: 1,
    result: 'same',
    usage: 'round(number, digits)',
  },
  floor: { operator: 'floor', parameters: ['amount'], result: 'same', usage: 'floor(number)' },
  ceiling: { operator: 'ceiling', parameters: ['amount'], result: 'same', usage: 'ceiling(number)' },
  abs: { operator: 'abs', parameters: ['amount'], result: 'same', usage: 'abs(number)' },
  min: {
    operator: 'min',
    parameters: ['ordered'],
    more: 'same',
    result: 'same',
    usage: 'min(value, value, …)',
  },
  max: {
    operator: 'max',
    parameters: ['ordered'],
    more: 'same',
    result: 'same',
    usage: 'max(value, value, …)',
  },
  days: { operator: 'days', parameters: ['date', 'date'], result: 'number', usage: 'days(from, to)' },
  year: { operator: 'year', parameters: ['date'], result: 'number', usage: 'year(date)' },
  month: { operator: 'month', parameters: ['date'], result: 'number', usage: 'month(date)' },
  day: { operator: 'day', parameters: ['date'], result: 'number', usage: 'day(date)' },
  weekday: { operator: 'weekday', parameters: ['date'], result: 'number', usage: 'weekday(date)' },
  join: {
    operator: 'join',
    parameters: ['printed'],
    more: 'printed',
    result: 'text',
    usage: 'join(text, text, …)',
  },
  contains: {
    operator: 'contains',
    parameters: ['text', 'text'],
    result: 'yesNo',
    usage: 'contains(text, part)',
  },
}

const BY_NAME = new Map(Object.entries(FORMULA_FUNCTIONS).map(([name, known]) => [name.toLowerCase(), known]))

/** The function of this name, in any case. */
export function findFormulaFunction(name: string): FormulaFunction | undefined {
  return BY_NAME.get(name.toLowerCase())
}

/** Names of all functions; `today` takes nothing and is one of them. */
export const FORMULA_FUNCTION_NAMES = [...Object.keys(FORMULA_FUNCTIONS), 'today']
