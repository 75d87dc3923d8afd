import { unreachable } from '@millrace/core/kernel'
import { localMoment } from '../../../platform/time-zone.ts'
import type { WalkedItem } from '../../work/index.ts'
import type { ExportColumn } from './export-column.ts'
import type { ItemTable } from './item-table.ts'

/** Items as one array of objects, an item a line. Every object has every field; null: there is nothing. */
export async function* writeJson({ columns, pages, timeZone }: ItemTable): AsyncGenerator<string> {
  const names = columns.map(({ field }) => JSON.stringify(field))
  const line = (from: WalkedItem) =>
    `{${columns.map((column, index) => `${names[index]}:${valueOf(column, from, timeZone)}`).join(',')}}`
  let before = '['
  for await (const page of pages) {
    yield `${before}\n${page.map(line).join(',\n')}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function valueOf(column: ExportColumn, from: WalkedItem, timeZone: string): string {
  switch (column.kind) {
    case 'moment': {
      const at = column.read(from)
      return JSON.stringify(at === null ? null : localMoment(at, timeZone))
    }
    case 'text':
    case 'list':
    case 'number':
    case 'day':
    case 'truth':
      return JSON.stringify(column.read(from))
    default:
      return unreachable(column)
  }
}
