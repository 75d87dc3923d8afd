/** How large a table may be. Lengths are UTF-16 code units of decoded text. */
export type CsvLimits = {
  /** Cells in a row. The first row refuses the file when it has more; a later one is left out. */
  readonly maxColumns: number
  /** Rows, without the header. */
  readonly maxRows: number
  /** Length of one cell; a row with a longer one is left out. */
  readonly maxFieldLength: number
  /** Length of all cells of a row; a longer row is left out. */
  readonly maxRowLength: number
  /** Bytes of the file. */
  readonly maxBytes: number
}

/** Generous for people's tables, and small enough that a hostile file cannot fill the memory. */
export const DEFAULT_CSV_LIMITS: CsvLimits = {
  maxColumns: 1_000,
  maxRows: 1_000_000,
  maxFieldLength: 1_048_576,
  maxRowLength: 4_194_304,
  maxBytes: 268_435_456,
}
