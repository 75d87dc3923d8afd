import { err, ok, type Result } from '@millrace/core/kernel'
import { type CsvOptions, type CsvReport, type CsvShape, createCsvReader } from './csv-reader.ts'
import { DEFAULT_CSV_LIMITS } from './limits.ts'
import type { CsvRow } from './row-tokenizer.ts'

/** A whole table. */
export type CsvTable = CsvShape & CsvReport & { readonly rows: readonly CsvRow[] }

/**
 * All rows are held at once here, and a row of empty cells takes eight times its bytes: 32 MiB of
 * hostile input become 256 MiB. Larger files go through `createCsvReader`.
 */
const WHOLE_TABLE_BYTES = 33_554_432

/**
 * Reads a whole table at once; files of more than 32 MiB need `createCsvReader`, or a limit of
 * the caller's own.
 *
 * @returns refusals as `createCsvReader`
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): Result<CsvTable> {
  const limits = { ...DEFAULT_CSV_LIMITS, maxBytes: WHOLE_TABLE_BYTES, ...options.limits }
  const reader = createCsvReader({ ...options, limits })
  const first = reader.push(bytes)
  if (!first.ok) return first
  const last = reader.end()
  if (!last.ok) return last
  const shape = reader.shape()
  if (shape === undefined) return err({ code: 'csv.empty' })
  return ok({ ...shape, ...reader.report(), rows: [...first.value, ...last.value] })
}
