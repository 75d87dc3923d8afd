import { err, ok, type Result } from '@millrace/core/kernel'
import { type CsvReport, type CsvRow, createCsvReader } from '../csv/index.ts'
import { type DateOrder, inferDateOrder } from '../dates/index.ts'
import { sortColumns, type TableColumns } from './table-columns.ts'
import type { TrackerProblems } from './tracker-problems.ts'

/** The rows of a table below its header, held as a whole. */
export type TrackerTable = {
  readonly columns: TableColumns
  readonly rows: readonly CsvRow[]
  readonly report: CsvReport
}

const COLUMNS_MAX = 10_000
const PIECE = 65_536
const SAMPLES = 20_000

/** The rows of a table as they stand, each with its own cells. @returns refused as reading tables is */
export function readTableRows(
  bytes: Uint8Array,
  maxBytes: number,
): Result<{ readonly rows: readonly CsvRow[]; readonly report: CsvReport }> {
  const limits = { maxBytes, maxColumns: COLUMNS_MAX }
  const reader = createCsvReader({ header: 'none', rows: 'as-written', limits, keepProblems: 200 })
  const rows: CsvRow[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    const read = reader.push(bytes.subarray(at, at + PIECE))
    if (!read.ok) return read
    for (const row of read.value) rows.push(row)
  }
  const last = reader.end()
  if (!last.ok) return last
  for (const row of last.value) rows.push(row)
  return ok({ rows, report: reader.report() })
}

/**
 * A table whose first row is its header.
 *
 * @param needed names of columns, in small letters, without which it is another table
 * @returns refused with the code `otherwise`, or as reading tables is
 */
export function readTrackerTable(
  bytes: Uint8Array,
  {
    maxBytes,
    needed,
    otherwise,
  }: { readonly maxBytes: number; readonly needed: readonly string[]; readonly otherwise: string },
): Result<TrackerTable> {
  const read = readTableRows(bytes, maxBytes)
  if (!read.ok) return read
  const [header, ...rows] = read.value.rows
  const columns = sortColumns(header?.cells ?? [])
  if (!needed.every((name) => columns.has(name))) return err({ code: otherwise })
  return ok({ columns, rows, report: read.value.report })
}

/** Whether the beginning of a file is the header of a table with these columns, in small letters. */
export function isHeaderOf(head: string, needed: readonly string[]): boolean {
  const [header = ''] = head.replace(/^\ufeff/, '').split(/[\r\n]/, 1)
  const names = new Set(header.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase()))
  return needed.every((name) => names.has(name))
}

/** Whether day or month comes first in dates of numbers, as far as the values tell. */
export function orderOfDates(texts: Iterable<string>): DateOrder | undefined {
  const samples: string[] = []
  for (const text of texts) {
    if (samples.length >= SAMPLES) break
    if (text !== '') samples.push(text)
  }
  const found = inferDateOrder(samples)
  return 'order' in found ? found.order : undefined
}

const LEFT_OUT = new Set<string>(['csv.row_too_wide', 'csv.row_too_long', 'csv.field_too_long'])

/** Tells what was wrong with a table before anything was made of it. */
export function tellTable({ problems, encoding }: CsvReport, told: TrackerProblems): void {
  const { count } = encoding.brokenBytes
  if (count > 0)
    told.tell({
      code: 'tracker.encoding_broken',
      subject: '',
      params: { count, encoding: encoding.encoding },
    })
  for (const { line, code, params = {} } of problems)
    told.tell({ code, severity: LEFT_OUT.has(code) ? 'error' : 'warning', line, subject: '', params })
}
