import type { ImportColumn } from '@millrace/contract'
import { type CustomField, checkFieldValue, type FieldValue } from '@millrace/core/work'
import { parseMoney, parseNumber } from '@millrace/formats/dates'
import type { PeopleMatcher } from '../match-people.ts'
import type { Surroundings } from '../queries/read-surroundings.ts'
import { type RowContext, readDay, tellCell } from './draft-parts.ts'
import { cellOf } from './table-columns.ts'

type Tools = { readonly surroundings: Surroundings; readonly people: PeopleMatcher }

/** The value of a custom field with the field's id; null when the cell is empty or does not fit. */
export function readCustomField(
  row: RowContext,
  column: ImportColumn,
  tools: Tools,
): readonly [string, FieldValue][] | null {
  const text = cellOf(row.cells, column)
  const field = tools.surroundings.fields.find(({ id }) => id === column.fieldId)
  if (text === '' || !field) return null
  if (field.kind === 'date') {
    const day = readDay(row, column)
    return day === null ? null : [[field.id, day]]
  }
  const value = readValue(row, { column, field, text }, tools)
  if (value !== null && checkFieldValue(field, value).ok) return [[field.id, value]]
  const params = { value: text.slice(0, 60), field: field.name, kind: field.kind }
  tellCell(row, column, { code: 'import.field_value_wrong', params })
  return null
}

function readValue(
  row: RowContext,
  {
    column,
    field,
    text,
  }: { readonly column: ImportColumn; readonly field: CustomField; readonly text: string },
  { surroundings, people }: Tools,
): FieldValue | null {
  const mark = row.survey.marks.get(column.column)
  switch (field.kind) {
    case 'number': {
      const number = parseNumber(text, mark)
      return number.ok ? number.value : null
    }
    case 'money':
      return readMoney(text, { currency: surroundings.currency, ...(mark ? { mark } : {}) })
    case 'person':
      return people.find(
        { name: text },
        { line: row.line, column: row.survey.columns.names[column.column], tell: row.tell },
      )
    case 'choice':
      return readChoice(field, column.values?.[text] ?? text)
    default:
      return text.slice(0, 10_000)
  }
}

/** Whole minor units of the organisation's currency; an amount in another one is none. */
function readMoney(
  text: string,
  options: { readonly currency: string; readonly mark?: '.' | ',' },
): number | null {
  const money = parseMoney(text, options)
  if (!money.ok || money.value.currency !== options.currency) return null
  return money.value.minor
}

function readChoice(field: CustomField, written: string): string | null {
  const folded = written.toLowerCase()
  const option = field.options.find(({ id, name }) => id === written || name.toLowerCase() === folded)
  return option?.id ?? null
}
