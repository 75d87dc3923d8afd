import { err, type RefusalParam } from '../../kernel/index.ts'

/** Every way a formula can be refused. */
export const FORMULA_REFUSALS = [
  'formula.empty',
  'formula.too_long',
  'formula.too_large',
  'formula.too_deep',
  'formula.character_not_allowed',
  'formula.quote_open',
  'formula.unexpected',
  'formula.unfinished',
  'formula.name_unknown',
  'formula.function_unknown',
  'formula.type_wrong',
  'formula.arguments_wrong',
  'formula.cycle',
  'formula.result_wrong',
  'formula.measure_wrong',
  'formula.on_roll_up',
] as const
/** A way a formula can be refused. */
export type FormulaRefusalCode = (typeof FORMULA_REFUSALS)[number]

/**
 * Where and why. `position` is an offset into the formula in UTF-16 units; `found` is what stands
 * there; `expected` what could stand there instead; `suggestion` what was probably meant; `path` the
 * keys of fields that lead to one another.
 */
export type FormulaRefusalParams = {
  readonly position?: number
  readonly found?: string
  readonly is?: string
  readonly expected?: readonly string[]
  readonly suggestion?: string | null
  readonly path?: readonly string[]
  readonly max?: number
}

/** A refused result that says where in the formula. */
export function refuseFormula(code: FormulaRefusalCode, params: FormulaRefusalParams) {
  const given: Readonly<Record<string, RefusalParam>> = { ...params }
  return err({ code, params: given })
}
