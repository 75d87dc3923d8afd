import type { RefusalParam } from '@millrace/core/kernel'

/** Something wrong in one row; reading went on. */
export type RowProblem = {
  /** Line of the file, from 1, where the row (or the open quote) begins. */
  readonly line: number
  /** Column, from 0, when the problem is in one cell. */
  readonly column?: number
  readonly code: CsvProblemCode
  readonly params?: Readonly<Record<string, RefusalParam>>
}

/** Every problem a row can have, for the catalogue of sentences. */
export const CSV_PROBLEM_CODES = [
  /** A column without a name was given one: `name`. */
  'csv.header_empty',
  /** A second column of the same name was renamed: `name`, `renamed`. */
  'csv.header_duplicate',
  /** Fewer cells than columns; the missing ones are empty: `cells`, `columns`. */
  'csv.row_short',
  /** More cells than columns; the further ones were left out: `cells`, `columns`. */
  'csv.row_long',
  /** More cells than any row may have; the row was left out: `limit`. */
  'csv.row_too_wide',
  /** Longer than a row may be; the row was left out: `limit`, in characters. */
  'csv.row_too_long',
  /** A cell longer than cells may be; the row was left out: `limit`, in characters. */
  'csv.field_too_long',
  /** A quote that never closes. `lost`: the rest of the file was; otherwise it was read as a letter. */
  'csv.quote_unterminated',
  /** Text after a closing quote was joined to the cell. */
  'csv.text_after_quote',
  /** Characters U+0000 were removed: `count`. */
  'csv.nul_character',
] as const

/** A stable name for what is wrong with a row. */
export type CsvProblemCode = (typeof CSV_PROBLEM_CODES)[number]

/** Every reason to stop reading a table, for the catalogue of sentences. */
export const CSV_REFUSAL_CODES = [
  /** Nothing but blank lines. */
  'csv.empty',
  /** The first row has more columns than a table may have: `limit`, `line`. */
  'csv.too_many_columns',
  /** More rows than a table may have: `limit`. */
  'csv.too_many_rows',
  /** More bytes than a file may have: `limit`. */
  'csv.too_large',
] as const
