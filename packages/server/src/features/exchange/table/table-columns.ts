import type { ImportColumn } from '@millrace/contract'

/** The columns of a mapping by what they are for. */
export type TableColumns = {
  readonly names: readonly string[]
  /** The one column of each field; labels and custom fields have lists of their own. */
  readonly of: (field: ImportColumn['field']) => ImportColumn | undefined
  readonly labels: readonly ImportColumn[]
  readonly custom: readonly ImportColumn[]
}

/** Fields that several columns may be meant for. */
export const REPEATABLE: ReadonlySet<ImportColumn['field']> = new Set(['ignore', 'labels', 'custom'])

/** Sorts the columns of a mapping. */
export function sortColumns(columns: readonly ImportColumn[], names: readonly string[]): TableColumns {
  const single = new Map(
    columns.filter(({ field }) => !REPEATABLE.has(field)).map((column) => [column.field, column]),
  )
  return {
    names,
    of: (field) => single.get(field),
    labels: columns.filter(({ field }) => field === 'labels'),
    custom: columns.filter(({ field }) => field === 'custom'),
  }
}

/** The text of a column in a row, without blanks around it; empty when no column is meant. */
export function cellOf(cells: readonly string[], column: ImportColumn | undefined): string {
  return column ? (cells[column.column] ?? '').trim() : ''
}
