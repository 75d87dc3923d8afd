import type { FieldView } from '@millrace/contract'
import { isComputed, shownKind, type WorkItem } from '@millrace/core/work'
import { texts } from '../../texts.ts'
import { fieldValue, howComputed } from '../field-values.ts'
import type { Lookup } from '../lookup.ts'
import { amountOf } from '../read-amount.ts'
import { BUILT_IN_COLUMNS } from './built-in-columns.ts'
import type { Column } from './column.ts'
import { customText } from './custom-text.ts'
import { isPlannedField, PLANNED_COLUMNS } from './planned-columns.ts'
import { dayFrom, idFrom, moneyFrom, writeField } from './write-cell.ts'

/** Every column that an organisation's items can have: the built-in ones, what plans say, then its own fields. */
export function allColumns(fields: Iterable<FieldView>): readonly Column[] {
  const own = [...fields].filter((field) => field.archivedAt === null)
  return [...BUILT_IN_COLUMNS, ...PLANNED_COLUMNS, ...own.map(customColumn)]
}

/** Whether a column shows a field of the organisation's own. */
export function isOwn(columnId: string): boolean {
  return columnId.startsWith('field.')
}

/** Whether lists and cards can show it, too: own fields, and what plans say. */
export function isBeside(columnId: string): boolean {
  return isOwn(columnId) || isPlannedField(columnId)
}

/** A column for a custom field. Its id is `field.` and the field's key, as the query language writes it. */
export function customColumn(field: FieldView): Column {
  const kind = shownKind(field)
  const isChosen = kind === 'person' || kind === 'choice' || kind === 'date'
  const isNumber = kind === 'number' || kind === 'money'
  const { isFixed, notes } = whyFixed(field)
  return {
    id: `field.${field.key}`,
    name: field.name,
    width: isNumber ? 100 : 140,
    align: isNumber ? 'end' : 'start',
    edit: isFixed ? 'none' : isChosen ? 'choose' : 'type',
    sort: `field.${field.key}`,
    ...notes,
    ...(isNumber
      ? {
          amount: (item, lookup) => numberIn(fieldValue(item, field, lookup)),
          total: (sum, lookup) => customText(field, sum, lookup),
        }
      : {}),
    text: (item, lookup) => customText(field, fieldValue(item, field, lookup), lookup),
    draft: (item, lookup) => customDraft(field, item.fields[field.id], lookup),
    write: (text, item, lookup) => (isFixed ? null : writeCustom(text, { field, item, lookup })),
  }
}

/** Whether nobody, or not this person, writes into it, and what is said about that. */
function whyFixed(field: FieldView): {
  readonly isFixed: boolean
  readonly notes: Pick<Column, 'hint' | 'lock'>
} {
  const hint = howComputed(field)
  if (isComputed(field)) return { isFixed: true, notes: hint === undefined ? {} : { hint } }
  return { isFixed: field.isLocked, notes: field.isLocked ? { lock: texts.fieldLocked } : {} }
}

function customDraft(field: FieldView, value: string | number | undefined, lookup: Lookup): string {
  if (value === undefined) return ''
  if (field.kind === 'money' && typeof value === 'number')
    return amountOf(value, lookup.organisation.currency)
  return typeof value === 'number' || field.kind === 'text' || field.kind === 'link'
    ? String(value)
    : customText(field, value, lookup)
}

function numberIn(value: string | number | undefined): number | null {
  return typeof value === 'number' ? value : null
}

type Target = { readonly field: FieldView; readonly item: WorkItem; readonly lookup: Lookup }

function writeCustom(text: string, { field, item, lookup }: Target) {
  return writeField<string | number>(item, text, {
    value: (words) => customValue(words, field, lookup),
    patch: (value) => ({ fields: { [field.id]: value } }),
  })
}

/** Reads a value of a custom field's kind. Null: the text does not fit. */
export function customValue(words: string, field: FieldView, lookup: Lookup): string | number | null {
  switch (field.kind) {
    case 'number': {
      const number = Number(words.replace(',', '.'))
      return Number.isFinite(number) ? number : null
    }
    case 'money':
      return moneyFrom(words, lookup)
    case 'date':
      return dayFrom(words, lookup)
    case 'person':
      return idFrom(words, lookup.people)
    case 'choice':
      return idFrom(words, new Map(field.options.map((option) => [option.id, option])))
    default:
      return words
  }
}
