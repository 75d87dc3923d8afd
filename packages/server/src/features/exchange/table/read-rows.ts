import type { Result } from '@millrace/core/kernel'
import {
  type CsvReader,
  type CsvReport,
  type CsvRow,
  type CsvShape,
  createCsvReader,
  type RowProblem,
  unguardCell,
} from '@millrace/formats/csv'
import type { ProblemReport } from '@millrace/formats/report'
import { refuse } from '../../../platform/commands/index.ts'
import { refuseUnreadable } from '../problem-list.ts'

/** What a table looks like, known once its first rows were read. */
export type TableShape = CsvShape

/** Something wrong with a row, whatever file it stands in. */
export type TableProblem = Omit<RowProblem, 'code'> & { readonly code: string }

/** What was found on the way. */
export type TableReport = ProblemReport<TableProblem> &
  Pick<CsvReport, 'rowCount'> & { readonly encoding: Pick<CsvReport['encoding'], 'encoding' | 'brokenBytes'> }

/** A table being read: its rows come in pieces, and its reader tells what it found on the way. */
export type TableRows = {
  readonly reader: { readonly shape: () => TableShape | undefined; readonly report: () => TableReport }
  readonly pieces: AsyncIterable<readonly CsvRow[]>
}

/** Reads a table piece by piece. The same bytes give the same rows. */
export function readRows(file: {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly maxBytes: number
}): TableRows {
  const reader = createCsvReader({ limits: { maxBytes: file.maxBytes }, keepProblems: 200 })
  return { reader, pieces: pieces(reader, file) }
}

async function* pieces(
  reader: CsvReader,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): AsyncGenerator<readonly CsvRow[]> {
  for await (const bytes of file.bytes) {
    const rows = read(file.name, reader.push(bytes))
    if (rows.length > 0) yield rows
  }
  const rest = read(file.name, reader.end())
  if (rest.length > 0) yield rest
}

function read(name: string, result: Result<readonly CsvRow[]>): readonly CsvRow[] {
  if (result.ok) return result.value.map((row) => ({ ...row, cells: row.cells.map(unguardCell) }))
  if (result.refusal.code === 'csv.empty') refuse('exchange.file_empty', { file: name })
  return refuseUnreadable(name, result.refusal)
}
