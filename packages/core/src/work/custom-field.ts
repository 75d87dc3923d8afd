import { err, type Id, isId, isPlainDate, ok, type Result } from '../kernel/index.ts'

/** The kinds of value a custom field can hold. */
export const FIELD_KINDS = ['text', 'number', 'money', 'date', 'person', 'choice', 'link'] as const
/** What values a custom field takes. */
export type FieldKind = (typeof FIELD_KINDS)[number]

/** A field that an organisation adds to its items. `key` names it in the query language. */
export type CustomField = {
  readonly id: Id<'CustomField'>
  readonly key: string
  readonly name: string
  readonly kind: FieldKind
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

/**
 * A value as stored: text, link and choice as text (a choice holds its option id), number and money
 * as a number (money in minor units of the organisation's currency), date as `YYYY-MM-DD`, person as id.
 */
export type FieldValue = string | number

/** Checks one value against its field. Empty text means "no value" and is refused: send null instead. */
export function checkFieldValue(field: CustomField, value: FieldValue): Result<FieldValue> {
  return accepts(field, value)
    ? ok(value)
    : err({ code: 'work.field_value_wrong', params: { field: field.name, kind: field.kind, value } })
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
