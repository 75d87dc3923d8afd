import type { FieldView } from '@millrace/contract'
import type { Refusal } from '@millrace/core/kernel'
import {
  type CheckedField,
  createFieldFormulas,
  type FieldKind,
  isComputed,
  needsValue,
  type RollUp,
} from '@millrace/core/work'
import type { Lookup } from './lookup.ts'

/** A custom field as it is being written. */
export type FieldDraft = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly kind: FieldKind
  readonly formula: string
  readonly rollUp: RollUp
}

/** What most roll-ups are. */
export const USUAL_ROLL_UP: RollUp = { over: 'children', measure: 'sum', of: 'effort', where: null }

/** What is being written comes to this, or cannot be worked out. Null: people fill the field in. */
export function checkDraft(
  draft: FieldDraft,
  fields: Lookup['fields'],
): { readonly checked: CheckedField | null; readonly refusal: Refusal | null } {
  if (!isComputed(draft)) return { checked: null, refusal: null }
  const others = [...fields.values()].filter(({ id }) => id !== draft.id)
  const key = draft.key === '' ? 'new' : draft.key
  const result = createFieldFormulas([...others, { ...draft, key, options: [] }]).check(draft.id)
  return result.ok ? { checked: result.value, refusal: null } : { checked: null, refusal: result.refusal }
}

/** A roll-up without what its measure has no use for. */
export function tidyRollUp(rollUp: RollUp): RollUp {
  const where = rollUp.where?.trim()
  return { ...rollUp, of: needsValue(rollUp.measure) ? rollUp.of : null, where: where ? where : null }
}

/** Fields and attributes that a roll-up can gather, by what formulas call them. */
export function gatherable(fields: Iterable<FieldView>, isDate: boolean): readonly FieldView[] {
  const kinds = isDate ? ['date'] : ['number', 'money']
  return [...fields].filter(
    ({ kind, result, archivedAt }) =>
      archivedAt === null && kind !== 'rollUp' && kinds.includes(kind === 'formula' ? (result ?? '') : kind),
  )
}
