import { unreachable } from '@millrace/core/kernel'
import { CSV_BOM, guardCell, writeCsvRow } from '@millrace/formats/csv'
import { localMoment } from '../../../platform/time-zone.ts'
import type { WalkedItem } from '../../work/index.ts'
import { type ExportColumn, joined } from './export-column.ts'
import type { ItemTable } from './item-table.ts'

/** Items as a table of text, as spreadsheet programs and the import read it. */
export async function* writeCsv({ columns, pages, timeZone }: ItemTable): AsyncGenerator<string> {
  yield CSV_BOM + writeCsvRow(columns.map(({ header }) => guardCell(header)))
  for await (const page of pages) {
    yield page.map((from) => writeCsvRow(columns.map((column) => cellOf(column, from, timeZone)))).join('')
  }
}

function cellOf(column: ExportColumn, from: WalkedItem, timeZone: string): string {
  switch (column.kind) {
    case 'text':
      return guardCell(column.read(from) ?? '')
    case 'list':
      return guardCell(joined(column.read(from)))
    case 'number':
      return written(column.read(from))
    case 'day':
      return column.read(from) ?? ''
    case 'moment': {
      const at = column.read(from)
      return at === null ? '' : localMoment(at, timeZone)
    }
    case 'truth':
      return column.read(from) ? 'yes' : 'no'
    default:
      return unreachable(column)
  }
}

/** `1.234` could as well be one thousand two hundred and thirty-four; `1.2340` could not. */
const AMBIGUOUS = /^-?\d{1,3}\.\d{3}$/

function written(value: number | null): string {
  if (value === null) return ''
  const text = String(value)
  return AMBIGUOUS.test(text) ? `${text}0` : text
}
