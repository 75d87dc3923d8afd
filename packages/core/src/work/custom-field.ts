import { err, type Id, isId, isPlainDate, ok, type Result } from '../kernel/index.ts'
import type { FormulaResult } from './formula/formula-node.ts'
import type { RollUp } from './formula/roll-up.ts'

/** The kinds of value that people fill in. */
export const FILLED_KINDS = ['text', 'number', 'money', 'date', 'person', 'choice', 'link'] as const
/** The kinds of value a custom field can hold; the last two are worked out from others. */
export const FIELD_KINDS = [...FILLED_KINDS, 'formula', 'rollUp'] as const
/** What values a custom field takes. */
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A field that an organisation adds to its items. `key` names it in the query language. */
export type CustomField = {
  readonly id: Id<'CustomField'>
  readonly key: string
  readonly name: string
  readonly kind: FieldKind
  readonly options: readonly { readonly id: string; readonly name: string }[]
  /** Of a formula: how it is written. */
  readonly formula?: string | null | undefined
  /** Of a roll-up: what it gathers. */
  readonly rollUp?: RollUp | null | undefined
  /** Of a formula or roll-up: what it comes to. */
  readonly result?: FormulaResult | null | undefined
}

/**
 * A value as stored: text, link and choice as text (a choice holds its option id), number and money
 * as a number (money in minor units of the organisation's currency), date as `YYYY-MM-DD`, person as
 * id, yes or no as one of these words.
 */
export type FieldValue = string | number

/** Whether the field is worked out from others, so that nobody fills it in. */
export function isComputed({ kind }: Pick<CustomField, 'kind'>): boolean {
  return kind === 'formula' || kind === 'rollUp'
}

/** How the values of a field look: its kind, or what its formula or roll-up comes to. */
export type ShownKind = Exclude<FieldKind, 'formula' | 'rollUp'> | 'yesNo'

/** How the values of a field are shown and compared. */
export function shownKind(field: Pick<CustomField, 'kind' | 'result'>): ShownKind {
  const { kind } = field
  if (kind === 'formula' || kind === 'rollUp') return field.result ?? 'text'
  return kind
}

/** Checks one value against its field. Empty text means "no value" and is refused: send null instead. */
export function checkFieldValue(field: CustomField, value: FieldValue): Result<FieldValue> {
  if (isComputed(field)) return err({ code: 'work.field_computed', params: { field: field.name } })
  return accepts(field, value)
    ? ok(value)
    : err({
        code: 'work.field_value_wrong',
        params: { field: field.name, fieldId: field.id, kind: field.kind, value },
      })
}

function accepts(field: CustomField, value: FieldValue): boolean {
  if (field.kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (field.kind === 'money') return typeof value === 'number' && Number.isSafeInteger(value)
  if (typeof value !== 'string' || value === '' || value.length > 10_000) return false
  if (field.kind === 'date') return isPlainDate(value)
  if (field.kind === 'person') return isId(value)
  if (field.kind === 'choice') return field.options.some((option) => option.id === value)
  return field.kind !== 'link' || /^(https?|mailto|tel):/i.test(value)
}
