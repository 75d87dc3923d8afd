import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { createProblemLog, type ProblemReport } from '../report/index.ts'
import { type ByteDecoder, createByteDecoder, type EncodingReport, type TextEncoding } from '../text/index.ts'
import { detectDelimiter, readSeparatorLine } from './delimiter.ts'
import { looksLikeHeader, nameColumns, numberColumns } from './header.ts'
import { type CsvLimits, DEFAULT_CSV_LIMITS } from './limits.ts'
import type { RowProblem } from './problem.ts'
import { type CsvRow, RowTokenizer } from './row-tokenizer.ts'

/** How to read a table; everything may be left to detection. */
export type CsvOptions = {
  /** Encoding for files without a byte order mark. Detected when not given. */
  readonly encoding?: TextEncoding
  /** One character between cells. Detected among comma, semicolon, tab and pipe when not given. */
  readonly delimiter?: string
  /** Whether the first row holds names; `detect` (the default) looks whether it reads like names. */
  readonly header?: 'first-row' | 'none' | 'detect'
  /** Whether all rows get as many cells as the first one has (`fitted`, the default), or keep their own. */
  readonly rows?: 'fitted' | 'as-written'
  /** Overrides of `DEFAULT_CSV_LIMITS`. */
  readonly limits?: Partial<CsvLimits>
  /** How many problems to keep in full; 1,000 unless given. All are counted. */
  readonly keepProblems?: number
}

/** What the table looks like, known once its first rows were read. */
export type CsvShape = {
  readonly delimiter: string
  readonly hasHeader: boolean
  /** A name for each column: unique, never empty. */
  readonly columns: readonly string[]
}

/** What was found on the way. */
export type CsvReport = ProblemReport<RowProblem> & {
  readonly encoding: EncodingReport
  /** Rows handed over. */
  readonly rowCount: number
  /** Lines without any character, which were passed over. */
  readonly blankLines: number
}

/**
 * Reads a table piece by piece in bounded memory. After a refusal, every further call returns it.
 */
export type CsvReader = {
  /** Reads the next bytes. Returns the rows completed by them; each has as many cells as columns. */
  push(bytes: Uint8Array): Result<readonly CsvRow[]>
  /** Ends the file and returns the last rows. */
  end(): Result<readonly CsvRow[]>
  /** `undefined` until the first rows were read (about 64 Ki characters, or the end). */
  shape(): CsvShape | undefined
  report(): CsvReport
}

const DEFAULT_KEPT_PROBLEMS = 1_000
/** How much text is looked at before the delimiter is decided. */
const SAMPLE_LENGTH = 65_536
/** Bytes decoded at a time: a row kept by the caller holds on to no more text than this. */
const PIECE_BYTES = 65_536

class StreamingCsvReader implements CsvReader {
  readonly #options: CsvOptions
  readonly #limits: CsvLimits
  readonly #decoder: ByteDecoder
  readonly #log
  #bytes = 0
  #sample: string[] = []
  #sampleLength = 0
  #tokenizer: RowTokenizer | undefined
  #delimiter = ','
  #shape: CsvShape | undefined
  #rows: CsvRow[] = []
  #rowCount = 0
  #refusal: Refusal | undefined
  #mayHoldNul = false

  constructor(options: CsvOptions) {
    const { delimiter } = options
    if (delimiter !== undefined && !/^[^"\r\n]$/.test(delimiter)) {
      throw new RangeError(`not a delimiter: ${JSON.stringify(delimiter)}`)
    }
    this.#options = options
    this.#limits = { ...DEFAULT_CSV_LIMITS, ...options.limits }
    this.#decoder = createByteDecoder(options.encoding)
    this.#log = createProblemLog<RowProblem>(options.keepProblems ?? DEFAULT_KEPT_PROBLEMS)
  }

  push(bytes: Uint8Array): Result<readonly CsvRow[]> {
    this.#bytes += bytes.length
    if (this.#bytes > this.#limits.maxBytes) {
      this.#refusal ??= { code: 'csv.too_large', params: { limit: this.#limits.maxBytes } }
    }
    for (let at = 0; at < bytes.length && this.#refusal === undefined; at += PIECE_BYTES) {
      this.#pushText(this.#decoder.push(bytes.subarray(at, at + PIECE_BYTES)))
    }
    return this.#giveRows('more')
  }

  end(): Result<readonly CsvRow[]> {
    if (this.#refusal === undefined) {
      this.#pushText(this.#decoder.end())
      if (this.#tokenizer === undefined) this.#leaveSample('end')
      this.#tokenizer?.end()
      this.#refusal ??= this.#tokenizer?.refusal
    }
    return this.#giveRows('end')
  }

  shape(): CsvShape | undefined {
    return this.#shape
  }

  report(): CsvReport {
    return {
      ...this.#log.report(),
      encoding: this.#decoder.report(),
      rowCount: this.#rowCount,
      blankLines: this.#tokenizer?.blankLines ?? 0,
    }
  }

  #pushText(text: string): void {
    if (!this.#mayHoldNul && text.includes('\0')) this.#mayHoldNul = true
    if (this.#tokenizer !== undefined) {
      this.#tokenizer.push(text)
      this.#refusal ??= this.#tokenizer.refusal
      // One row more than allowed may still turn out to be the header.
      if (this.#rowCount + this.#rows.length > this.#limits.maxRows + 1) this.#refuse(this.#tooManyRows())
      return
    }
    this.#sample.push(text)
    this.#sampleLength += text.length
    if (this.#sampleLength >= SAMPLE_LENGTH) this.#leaveSample('more')
  }

  #leaveSample(follows: 'more' | 'end'): void {
    const text = this.#sample.join('')
    this.#sample = []
    const separator = readSeparatorLine(text)
    const start = separator?.length ?? 0
    this.#delimiter =
      this.#options.delimiter ??
      separator?.delimiter ??
      detectDelimiter(text.slice(0, SAMPLE_LENGTH), follows === 'end' && text.length <= SAMPLE_LENGTH)
    this.#tokenizer = new RowTokenizer({
      delimiter: this.#delimiter,
      limits: this.#limits,
      firstLine: separator === undefined ? 1 : 2,
      onRow: (row) => this.#rows.push(row),
      onProblem: (problem) => this.#log.add(problem),
    })
    this.#pushText(text.slice(start))
  }

  /** Hands over what was read, once the columns are known. */
  #giveRows(follows: 'more' | 'end'): Result<readonly CsvRow[]> {
    if (this.#refusal !== undefined) return this.#refuse(this.#refusal)
    const rows = this.#rows
    this.#rows = []
    if (this.#shape === undefined) this.#findShape(rows)
    const shape = this.#shape
    if (shape === undefined) {
      return follows === 'end' ? this.#refuse({ code: 'csv.empty' }) : ok([])
    }
    this.#rowCount += rows.length
    if (this.#rowCount > this.#limits.maxRows) {
      return this.#refuse(this.#tooManyRows())
    }
    return ok(rows.map((row) => this.#fit(row, shape.columns.length)))
  }

  #tooManyRows(): Refusal {
    return { code: 'csv.too_many_rows', params: { limit: this.#limits.maxRows } }
  }

  #refuse(refusal: Refusal): Result<readonly CsvRow[]> {
    this.#refusal = refusal
    this.#rows = []
    return err(refusal)
  }

  /** Takes the header off the first rows and names the columns. */
  #findShape(rows: CsvRow[]): void {
    const first = rows[0]
    if (first === undefined) return
    const asked = this.#options.header ?? 'detect'
    const hasHeader = asked === 'first-row' || (asked === 'detect' && looksLikeHeader(first))
    const clean = hasHeader ? this.#withoutNul(first) : first
    const columns = hasHeader
      ? nameColumns(clean, (problem) => this.#log.add(problem))
      : numberColumns(first.cells.length)
    this.#shape = { delimiter: this.#delimiter, hasHeader, columns }
    if (hasHeader) rows.shift()
  }

  /** Gives a row as many cells as there are columns, and no U+0000. */
  #fit(row: CsvRow, columns: number): CsvRow {
    const clean = this.#mayHoldNul ? this.#withoutNul(row) : row
    const cells = clean.cells
    if (cells.length === columns || this.#options.rows === 'as-written') return clean
    const params = { cells: cells.length, columns }
    if (cells.length < columns) {
      this.#log.add({ line: row.line, code: 'csv.row_short', params })
      return {
        line: row.line,
        cells: [...cells, ...Array.from({ length: columns - cells.length }, () => '')],
      }
    }
    // Delimiters behind the last cell carry nothing; spreadsheets write them.
    if (cells.slice(columns).some((cell) => cell !== '')) {
      this.#log.add({ line: row.line, code: 'csv.row_long', params })
    }
    return { line: row.line, cells: cells.slice(0, columns) }
  }

  #withoutNul(row: CsvRow): CsvRow {
    if (!row.cells.some((cell) => cell.includes('\0'))) return row
    const cells = row.cells.map((cell, column) => {
      const clean = cell.replaceAll('\0', '')
      const count = cell.length - clean.length
      if (count > 0) this.#log.add({ line: row.line, column, code: 'csv.nul_character', params: { count } })
      return clean
    })
    return { line: row.line, cells }
  }
}

/**
 * A reader for one table (RFC 4180 and what programs really write), fed in pieces of any size.
 *
 * Encoding, delimiter and header are detected unless given; a first line `sep=;` decides the
 * delimiter. Broken rows are reported and never fatal. Memory stays within the limits whatever
 * the file holds.
 *
 * @returns refusals (`CSV_REFUSAL_CODES`): `csv.empty`, `csv.too_many_columns`,
 *   `csv.too_many_rows`, `csv.too_large`
 * @throws RangeError when `options.delimiter` is not one character, or is a quote or line break
 */
export function createCsvReader(options: CsvOptions = {}): CsvReader {
  return new StreamingCsvReader(options)
}
