import type { CsvRow } from '../csv/index.ts'
import type { TrackerProblems } from '../tracker/index.ts'
import { columnsOf, type RowColumns } from './column-roles.ts'

/** A row that is an item, with what stands around it. */
export type BoardRow = {
  readonly row: CsvRow
  readonly columns: RowColumns
  readonly group: string
  /** The line of the item that it is a sub-item of. */
  readonly parentLine: number | null
}

/** The first cells say what a row is. */
const cellOf = ({ cells }: CsvRow, index: number): string => (cells[index] ?? '').trim()
const filled = ({ cells }: CsvRow): number => cells.filter((cell) => cell.trim() !== '').length

/** Rows with something in them: tables have lines of delimiters alone between groups. */
export function filledRows(rows: readonly CsvRow[]): readonly CsvRow[] {
  return rows.filter((row) => filled(row) > 0)
}

/** Whether a row is the header of items. */
export function isItemHeader(row: CsvRow | undefined): row is CsvRow {
  return row !== undefined && cellOf(row, 0).toLowerCase() === 'name' && filled(row) > 1
}

/** Whether nothing stands in a row but its first cell, as titles and names of groups do. */
export function isAlone(row: CsvRow | undefined): row is CsvRow {
  return row !== undefined && filled(row) === 1 && cellOf(row, 0) !== ''
}

function isSubItemHeader(row: CsvRow): boolean {
  return cellOf(row, 0).toLowerCase() === 'subitems' && cellOf(row, 1).toLowerCase() === 'name'
}

/**
 * The items of a board that is exported group by group: a title, then for each group its name, a
 * header, and its items; below an item with sub-items their own header and rows one cell further in.
 */
export function boardRows(
  rows: readonly CsvRow[],
  problems: TrackerProblems,
): { readonly title: string; readonly rows: readonly BoardRow[] } {
  const found: BoardRow[] = []
  const around: Around = { group: '', columns: null, subColumns: null, parentLine: null, unnamed: null }
  for (const [index, row] of rows.entries()) {
    switch (kindOf(row, rows[index + 1], around)) {
      case 'header':
        Object.assign(around, { columns: columnsOf(row.cells), subColumns: null, unnamed: null })
        break
      case 'sub-header':
        around.subColumns = columnsOf(row.cells)
        break
      case 'group':
        around.group = cellOf(row, 0)
        break
      case 'item':
        tellUnnamed(around.unnamed, problems)
        Object.assign(around, { unnamed: null, subColumns: null, parentLine: row.line })
        if (around.columns)
          found.push({ row, columns: around.columns, group: around.group, parentLine: null })
        break
      case 'sub-item':
        if (around.subColumns)
          found.push({
            row,
            columns: around.subColumns,
            group: around.group,
            parentLine: around.parentLine,
          })
        break
      case 'unnamed':
        around.unnamed = row
        break
      default:
    }
  }
  return { title: cellOf(rows.find(isAlone) ?? NO_ROW, 0), rows: found }
}

const NO_ROW: CsvRow = { line: 0, cells: [] }

/** What stands above a row. */
type Around = {
  group: string
  columns: RowColumns | null
  subColumns: RowColumns | null
  parentLine: number | null
  /** A row without a name, which may be the sums below a group. */
  unnamed: CsvRow | null
}

type RowKind = 'above' | 'header' | 'sub-header' | 'group' | 'item' | 'sub-item' | 'unnamed'

function kindOf(row: CsvRow, next: CsvRow | undefined, { columns, subColumns }: Around): RowKind {
  if (isItemHeader(row)) return 'header'
  if (isAlone(row) && isItemHeader(next)) return 'group'
  if (columns === null) return 'above'
  if (isSubItemHeader(row)) return 'sub-header'
  if (cellOf(row, 0) !== '') return 'item'
  if (subColumns === null) return 'unnamed'
  return cellOf(row, 1) === '' ? 'above' : 'sub-item'
}

function tellUnnamed(row: CsvRow | null, problems: TrackerProblems): void {
  if (row === null) return
  problems.tell({
    code: 'tracker.entry_unreadable',
    severity: 'error',
    line: row.line,
    subject: '',
    params: { what: 'items' },
  })
}
