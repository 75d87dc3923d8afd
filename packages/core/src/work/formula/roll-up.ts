import { ok, type Result } from '../../kernel/index.ts'
import { type FormulaNode, type FormulaResult, someNode } from './formula-node.ts'
import { refuseFormula } from './formula-refusal.ts'

/** How far down a roll-up looks. */
export const ROLL_UP_RANGES = ['children', 'below'] as const
/** What a roll-up makes of the values it gathers. */
export const ROLL_UP_MEASURES = [
  'count',
  'percentDone',
  'sum',
  'average',
  'minimum',
  'maximum',
  'earliest',
  'latest',
] as const
/** What a roll-up makes of the values it gathers. */
export type RollUpMeasure = (typeof ROLL_UP_MEASURES)[number]

/** What a field gathers from the sub-items of its item, direct ones or all below. */
export type RollUp = {
  readonly over: (typeof ROLL_UP_RANGES)[number]
  readonly measure: RollUpMeasure
  /** A formula on the sub-item for the value; needed unless sub-items are only counted. */
  readonly of: string | null
  /** A formula on the sub-item that says whether it counts; null when all do. */
  readonly where: string | null
}

/** A roll-up whose formulas are checked. */
export type CheckedRollUp = Pick<RollUp, 'over' | 'measure'> & {
  readonly of: FormulaNode | null
  readonly where: FormulaNode | null
  readonly result: FormulaResult
}

/** Whether the measure is of a value, or of the sub-items themselves. */
export function needsValue(measure: RollUpMeasure): boolean {
  return measure !== 'count' && measure !== 'percentDone'
}

/**
 * What a roll-up comes to.
 *
 * @returns refused with `formula.measure_wrong` when the value cannot be measured so, or
 *   `formula.type_wrong` when the condition is none
 */
export function checkRollUp(
  { over, measure }: Pick<RollUp, 'over' | 'measure'>,
  { of, where }: { readonly of: FormulaNode | null; readonly where: FormulaNode | null },
): Result<CheckedRollUp> {
  if (where && where.type !== 'yesNo') {
    return refuseFormula('formula.type_wrong', { position: 0, is: where.type, expected: ['yes or no'] })
  }
  if (!needsValue(measure)) return ok({ over, measure, of: null, where, result: 'number' })
  const result = of && measured(measure, of)
  if (!result) {
    const expected =
      measure === 'earliest' || measure === 'latest' ? ['a date'] : ['a number', 'an amount of money']
    return refuseFormula('formula.measure_wrong', { found: measure, expected })
  }
  return ok({ over, measure, of, where, result })
}

function measured(measure: RollUpMeasure, { type }: FormulaNode): FormulaResult | null {
  if (measure === 'earliest' || measure === 'latest') return type === 'date' ? 'date' : null
  return type === 'number' || type === 'money' ? type : null
}

/** Whether a roll-up's values change with the day alone. */
export function rollUpFollowsToday({ of, where }: CheckedRollUp): boolean {
  const isToday = ({ kind }: FormulaNode) => kind === 'today'
  return [of, where].some((node) => node !== null && someNode(node, isToday))
}
