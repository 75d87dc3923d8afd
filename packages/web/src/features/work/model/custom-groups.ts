import type { FieldView } from '@millrace/contract'
import {
  type FieldValue,
  isComputed,
  shownKind,
  type WorkItem,
  type WorkItemPatch,
} from '@millrace/core/work'
import { formatMonth } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { customText } from './columns/custom-text.ts'
import { fieldValue } from './field-values.ts'
import type { Lookup } from './lookup.ts'

/** A group's key and name. */
export type Named = { readonly key: string; readonly label: string }

/** The group an item stands in by a custom field: its value, of a date the month; empty without one. */
export function customGroupKey(item: Pick<WorkItem, 'fields'>, field: FieldView, lookup: Lookup): string {
  const value = fieldValue(item, field, lookup)
  if (value === undefined) return ''
  return shownKind(field) === 'date' ? String(value).slice(0, MONTH_LENGTH) : String(value)
}

const MONTH_LENGTH = 'YYYY-MM'.length

/**
 * The groups of a custom field, the items without a value last. Choices come in their own order and
 * all of them, so that a board has a column to drop onto; other values as they occur.
 */
export function customGroups(field: FieldView, items: readonly WorkItem[], lookup: Lookup): readonly Named[] {
  const none = { key: '', label: texts.group.noValue }
  const kind = shownKind(field)
  if (kind === 'yesNo')
    return [
      { key: 'yes', label: texts.yes },
      { key: 'no', label: texts.no },
    ]
  if (kind === 'choice') return [...field.options.map(({ id, name }) => ({ key: id, label: name })), none]
  const values = new Map<string, FieldValue>()
  for (const item of items) {
    const value = fieldValue(item, field, lookup)
    if (value !== undefined) values.set(customGroupKey(item, field, lookup), value)
  }
  const named = [...values].map(([key, value]) => ({ key, value, label: nameOf(value, field, lookup) }))
  const inOrder = named.toSorted(kind === 'date' ? byKey : byValue)
  return [...inOrder.map(({ key, label }) => ({ key, label })), none]
}

type Value = Named & { readonly value: FieldValue }

function byKey(a: Value, b: Value): number {
  return a.key < b.key ? -1 : 1
}

function byValue(a: Value, b: Value): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value
  return COLLATOR.compare(a.label, b.label)
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function nameOf(value: FieldValue, field: FieldView, lookup: Lookup): string {
  if (shownKind(field) === 'date') return formatMonth(String(value))
  return customText(field, value, lookup) || texts.group.unknown
}

/** What an item takes on in another group; null where a group does not say one value, as a month, or must not be changed. */
export function customGroupPatch(field: FieldView, key: string): WorkItemPatch | null {
  if (field.kind === 'date' || isComputed(field) || field.isLocked) return null
  const isNumber = field.kind === 'number' || field.kind === 'money'
  return { fields: { [field.id]: key === '' ? null : isNumber ? Number(key) : key } }
}
