import { type CustomField, checkFieldValue, type FieldValue, foldText } from '@millrace/core/work'
import { parseMoney, parseNumber } from '@millrace/formats/dates'
import { type TrackerItem, timeOf } from '@millrace/formats/tracker'
import { dayAt } from './item-days.ts'
import type { TrackerTools } from './tracker-source.ts'

/** Values of own fields that have the name of a field of the tracker, and those that have no such place. */
export function itemFields(
  item: TrackerItem,
  { surroundings }: TrackerTools,
): { readonly own: Readonly<Record<string, FieldValue>>; readonly left: TrackerItem['fields'] } {
  const own: Record<string, FieldValue> = {}
  const left: TrackerItem['fields'][number][] = []
  for (const given of item.fields) {
    const name = foldText(given.name)
    const field = surroundings.fields.find((each) => foldText(each.name) === name)
    const value = field && own[field.id] === undefined ? valueOf(field, given.value, surroundings) : null
    if (field && value !== null && checkFieldValue(field, value).ok) own[field.id] = value
    else left.push(given)
  }
  return { own, left }
}

/** People in fields stay text: whom they mean is known of the responsible ones only. */
function valueOf(
  field: CustomField,
  text: string,
  { currency, timeZone }: TrackerTools['surroundings'],
): FieldValue | null {
  switch (field.kind) {
    case 'number': {
      const number = parseNumber(text, '.')
      return number.ok ? number.value : null
    }
    case 'money': {
      const money = parseMoney(text, { currency, mark: '.' })
      return money.ok && money.value.currency === currency ? money.value.minor : null
    }
    case 'date': {
      const time = timeOf(text)
      return time ? dayAt(time, timeZone) : null
    }
    case 'choice':
      return field.options.find(({ name }) => foldText(name) === foldText(text))?.id ?? null
    case 'person':
      return null
    default:
      return text.slice(0, 10_000)
  }
}
