import type { Id } from '../../kernel/index.ts'

/** What a part of a formula is. Money is counted in whole units, such as euros, not cents. */
export type FormulaType = 'number' | 'money' | 'text' | 'date' | 'yesNo' | 'person'

/** What a field's formula can come to. */
export const FORMULA_RESULTS = ['number', 'money', 'text', 'date', 'yesNo'] as const
/** What a computed field holds. */
export type FormulaResult = (typeof FORMULA_RESULTS)[number]

/** What every item has, as formulas name it. */
export const FORMULA_ATTRIBUTES = {
  effort: 'number',
  effortLow: 'number',
  effortHigh: 'number',
  priority: 'number',
  children: 'number',
  childrenDone: 'number',
  costOfDelay: 'money',
  start: 'date',
  due: 'date',
  created: 'date',
  updated: 'date',
  started: 'date',
  finished: 'date',
  stateSince: 'date',
  key: 'text',
  title: 'text',
  description: 'text',
  state: 'text',
  type: 'text',
  role: 'text',
  practice: 'text',
  artifact: 'text',
  responsible: 'person',
  accountable: 'person',
  requester: 'person',
  done: 'yesNo',
  open: 'yesNo',
  blocked: 'yesNo',
  milestone: 'yesNo',
} as const satisfies Readonly<Record<string, FormulaType>>
/** The name of something that every item has. */
export type FormulaAttribute = keyof typeof FORMULA_ATTRIBUTES

/** A step of a formula that works on the values of others. */
export type FormulaOperator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'addDays'
  | 'days'
  | 'equal'
  | 'less'
  | 'lessOrEqual'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'isEmpty'
  | 'ifEmpty'
  | 'round'
  | 'floor'
  | 'ceiling'
  | 'abs'
  | 'min'
  | 'max'
  | 'join'
  | 'contains'
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'

/**
 * A checked formula: every name looked up, every type fits. `size` counts its parts with those of
 * the formulas it uses, `height` how deep they lie inside each other.
 */
export type FormulaNode = Measured &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    | { readonly kind: 'today' }
    | { readonly kind: 'attribute'; readonly name: FormulaAttribute }
    | {
        readonly kind: 'field'
        readonly fieldId: Id<'CustomField'>
        /** Of a choice: what each option is called. */
        readonly options: readonly { readonly id: string; readonly name: string }[] | null
      }
    | {
        readonly kind: 'operation'
        readonly operator: FormulaOperator
        readonly args: readonly FormulaNode[]
      }
  )
type Measured = { readonly type: FormulaType; readonly size: number; readonly height: number }

/** Beyond these a number of a formula counts as none when it is multiplied or divided: no result overflows. */
export const FORMULA_NUMBER_MAX = 1e15
/** Below this a number of a formula counts as zero when it is multiplied or divided: no result underflows. */
export const FORMULA_NUMBER_MIN = 1e-15
/** More days than lie between the first and the last day there is. */
export const FORMULA_DAYS_MAX = 200_000

/** Whether the value changes with the day. */
export function dependsOnToday(node: FormulaNode): boolean {
  return someNode(node, ({ kind }) => kind === 'today')
}

/** Whether the formula, or one that it uses, has such a part. */
export function someNode(node: FormulaNode, is: (node: FormulaNode) => boolean): boolean {
  return is(node) || (node.kind === 'operation' && node.args.some((arg) => someNode(arg, is)))
}
