import type { FieldView } from '@millrace/contract'
import { shownKind } from '@millrace/core/work'
import { formatDay, formatMoney } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import type { Lookup } from '../lookup.ts'

/** A custom value in words. */
export function customText(field: FieldView, value: string | number | undefined, lookup: Lookup): string {
  if (value === undefined) return ''
  const kind = shownKind(field)
  if (kind === 'money' && typeof value === 'number') return formatMoney(value, lookup.organisation.currency)
  if (typeof value === 'number') return formatNumber(value)
  switch (kind) {
    case 'person':
      return lookup.people.get(value)?.name ?? ''
    case 'choice':
      return field.options.find((option) => option.id === value)?.name ?? ''
    case 'yesNo':
      return value === 'yes' ? texts.yes : texts.no
    case 'date':
      return formatDay(value)
    default:
      return value
  }
}

/** Digits beyond these are noise that dividing leaves behind. */
const DIGITS = 4

function formatNumber(value: number): string {
  return String(Number(value.toFixed(DIGITS)))
}
