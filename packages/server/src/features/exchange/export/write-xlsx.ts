import { unreachable } from '@millrace/core/kernel'
import {
  dayCell,
  momentCell,
  SHEET_PATH,
  type SheetCell,
  sheetEnd,
  sheetRows,
  sheetStart,
  workbookParts,
} from '@millrace/formats/xlsx'
import { wallClock } from '../../../platform/time-zone.ts'
import { zipFiles } from '../../../platform/zip/index.ts'
import type { WalkedItem } from '../../work/index.ts'
import { type ExportColumn, joined } from './export-column.ts'
import type { ItemTable } from './item-table.ts'

/** Items as a spreadsheet, in which days are days and numbers numbers. */
export function writeXlsx(table: ItemTable): AsyncIterable<Uint8Array> {
  const parts = workbookParts().map(({ path, text }) => ({ path, content: [text] }))
  return zipFiles([...parts, { path: SHEET_PATH, content: sheet(table) }])
}

async function* sheet({ columns, pages, timeZone }: ItemTable): AsyncGenerator<string> {
  yield sheetStart(columns)
  let count = 0
  for await (const page of pages) {
    const rows = page.map((from) => columns.map((column) => cellOf(column, from, timeZone)))
    yield sheetRows(rows, count + 2)
    count += rows.length
  }
  yield sheetEnd(columns, count)
}

function cellOf(column: ExportColumn, from: WalkedItem, timeZone: string): SheetCell {
  switch (column.kind) {
    case 'text':
    case 'number':
    case 'truth':
      return column.read(from)
    case 'list':
      return joined(column.read(from))
    case 'day': {
      const date = column.read(from)
      return date === null ? null : dayCell(date)
    }
    case 'moment': {
      const at = column.read(from)
      return at === null ? null : momentCell(wallClock(at, timeZone))
    }
    default:
      return unreachable(column)
  }
}
