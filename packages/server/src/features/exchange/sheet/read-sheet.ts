import { setImmediate as breathe } from 'node:timers/promises'
import type { CsvRow } from '@millrace/formats/csv'
import { createSheetReader } from '@millrace/formats/xlsx'
import type { RunRow } from '../import-run.ts'
import type { TableRows } from '../table/read-rows.ts'
import { refuseAs } from './archive.ts'
import type { Workbook } from './open-workbook.ts'
import { SheetTable } from './sheet-table.ts'

/** Reads a sheet as a table, piece by piece. The same file gives the same rows. */
export function readSheet({ archive, sheets, context }: Workbook, run: RunRow, index: number): TableRows {
  const table = new SheetTable()
  const place = sheets[index]
  if (place === undefined || !archive.has(place.path)) return refuseAs(run, 'xlsx.no_workbook')
  async function* pieces(path: string): AsyncGenerator<readonly CsvRow[]> {
    const reader = createSheetReader(context)
    for await (const bytes of archive.stream(path)) {
      const read = reader.push(bytes)
      if (!read.ok) refuseAs(run, read.refusal.code, read.refusal.params)
      else yield table.take(read.value)
      await breathe()
    }
    const last = reader.end()
    if (!last.ok) refuseAs(run, last.refusal.code, last.refusal.params)
    else yield table.take(last.value)
    yield table.end()
  }
  return { reader: table, pieces: pieces(place.path) }
}
