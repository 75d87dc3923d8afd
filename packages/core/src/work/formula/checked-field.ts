import { err, type Id, type Result } from '../../kernel/index.ts'
import type { FormulaNode, FormulaResult } from './formula-node.ts'
import type { FieldReader, FormulaWorld, TextForm } from './formula-reader.ts'
import type { CheckedRollUp } from './roll-up.ts'

/** What a computed field turns out to be. */
export type CheckedField =
  | { readonly kind: 'formula'; readonly node: FormulaNode; readonly result: FormulaResult }
  | ({ readonly kind: 'rollUp' } & CheckedRollUp)

/**
 * The formulas and roll-ups of some fields, each checked when first asked for. A formula sees exactly
 * the fields given here: who must not see a field is not given it.
 */
export type FieldFormulas = {
  /** @returns refused with a `formula.*` code */
  readonly check: (id: Id<'CustomField'>) => Result<CheckedField>
  /** A formula that is no field, such as one being written. */
  readonly checkSource: (source: string) => Result<FormulaNode>
  /** A checked formula as a function that works out the value of a field. */
  readonly reader: (node: FormulaNode, world: FormulaWorld, form: TextForm) => FieldReader
}

/** No formula at all: for who has none, or has not fetched yet what works them out. */
export const NO_FORMULAS: FieldFormulas = {
  check: (field) => err({ code: 'work.field_unknown', params: { field } }),
  checkSource: () => err({ code: 'formula.empty', params: { position: 0 } }),
  reader: () => () => null,
}
