import { type CustomField, type FieldValue, shownKind } from '@millrace/core/work'
import type { ItemNames, WalkedItem } from '../../work/index.ts'
import { major } from './built-in-columns.ts'
import type { ExportColumn } from './export-column.ts'

/** The columns for an organisation's own fields. Each is called as the query language calls it. */
export function customColumns(names: ItemNames): readonly ExportColumn[] {
  return names.fields.map((field) => customColumn(field, names))
}

function customColumn(field: CustomField, names: ItemNames): ExportColumn {
  const id = `field.${field.key}`
  const described = { id, field: id, header: field.name, width: 18 }
  const value = ({ item }: WalkedItem): FieldValue | undefined => item.fields[field.id]
  switch (shownKind(field)) {
    case 'number':
      return { ...described, kind: 'number', read: (from) => numberIn(value(from)) }
    case 'money':
      return {
        ...described,
        header: `${field.name} (${names.currency})`,
        kind: 'number',
        read: (from) => major(numberIn(value(from)), names.currency),
      }
    case 'date':
      return { ...described, kind: 'day', read: (from) => textIn(value(from)) }
    case 'person':
      return {
        ...described,
        kind: 'text',
        read: (from) => names.people.get(textIn(value(from)) ?? '')?.name ?? null,
      }
    case 'yesNo':
      return { ...described, kind: 'text', read: (from) => YES_NO[textIn(value(from)) ?? ''] ?? null }
    case 'choice': {
      const options = new Map(field.options.map((option) => [option.id, option.name]))
      return { ...described, kind: 'text', read: (from) => options.get(textIn(value(from)) ?? '') ?? null }
    }
    default:
      return { ...described, kind: 'text', read: (from) => textIn(value(from)) }
  }
}

const YES_NO: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' }

function numberIn(value: FieldValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function textIn(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
