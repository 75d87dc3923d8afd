import type { Result } from '@millrace/core/kernel'
import { type CsvReader, type CsvRow, createCsvReader, unguardCell } from '@millrace/formats/csv'
import { refuse } from '../../../platform/commands/index.ts'
import { sentenceOf } from '../problem-list.ts'

/** A table being read: its rows come in pieces, and its reader tells what it found on the way. */
export type TableRows = {
  readonly reader: CsvReader
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
  const { code, params = {} } = result.refusal
  if (code === 'csv.empty') refuse('exchange.file_empty', { file: name })
  return refuse('exchange.file_unreadable', { file: name, reason: sentenceOf(code, params) })
}
