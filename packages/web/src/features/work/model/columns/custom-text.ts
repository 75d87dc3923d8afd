import type { FieldView } from '@millrace/contract'
import { formatDay, formatMoney } from '../../../../ui/index.ts'
import type { Lookup } from '../lookup.ts'

/** A custom value in words. */
export function customText(field: FieldView, value: string | number | undefined, lookup: Lookup): string {
  if (value === undefined) return ''
  if (field.kind === 'money' && typeof value === 'number')
    return formatMoney(value, lookup.organisation.currency)
  if (typeof value === 'number') return String(value)
  switch (field.kind) {
    case 'person':
      return lookup.people.get(value)?.name ?? ''
    case 'choice':
      return field.options.find((option) => option.id === value)?.name ?? ''
    case 'date':
      return formatDay(value)
    default:
      return value
  }
}
