import type { Result } from '@millrace/core/kernel'
import { createSheetReader, type SheetRow } from '@millrace/formats/xlsx'
import type { FileStore } from '../../../platform/files/index.ts'
import { refuseAs, type StoredFile } from './archive.ts'
import { openWorkbook, type Workbook } from './open-workbook.ts'

/** Spreadsheets that programs write of one board have a few sheets. */
const SHEETS_MAX = 20

/**
 * The rows of the visible sheets of a spreadsheet as they stand, each with what it is called.
 *
 * @param most so many rows of each, for a first look
 * @throws Refused with `exchange.file_unreadable`
 */
export async function readSheets(
  file: StoredFile & { readonly files: FileStore },
  most = Number.POSITIVE_INFINITY,
): Promise<readonly { readonly name: string; readonly rows: readonly SheetRow[] }[]> {
  const workbook = await openWorkbook(file.files, file)
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden).slice(0, SHEETS_MAX)
  const read: { name: string; rows: SheetRow[] }[] = []
  for (const { name, path } of visible) {
    const rows: SheetRow[] = []
    for await (const piece of rowsOf(file, workbook, path)) {
      for (const row of piece) rows.push(row)
      if (rows.length >= most) break
    }
    read.push({ name, rows })
  }
  return read
}

async function* rowsOf(
  file: StoredFile,
  { archive, context }: Workbook,
  path: string,
): AsyncGenerator<readonly SheetRow[]> {
  const reader = createSheetReader(context)
  const taken = (rows: Result<readonly SheetRow[]>) =>
    rows.ok ? rows.value : refuseAs(file, rows.refusal.code, rows.refusal.params)
  for await (const bytes of archive.stream(path)) yield taken(reader.push(bytes))
  yield taken(reader.end())
}
