import { type CsvRow, looksLikeHeader, nameColumns, numberColumns } from '@millrace/formats/csv'
import { createProblemLog } from '@millrace/formats/report'
import type { SheetRow } from '@millrace/formats/xlsx'
import type { TableProblem, TableReport, TableShape } from '../table/read-rows.ts'

/** How many rows are looked at before it is said which holds the names. */
const SAMPLE = 100
/** Titles and notes above a table are a few lines. */
const ABOVE_MAX = 20
/** A header has a name for most of the columns. */
const HEADER_SHARE = 0.6
const KEPT = 200

/**
 * Makes a table of the rows of a sheet: finds the header, below titles that may stand above it,
 * and gives every row as many cells as there are columns. A header that comes again, as between
 * groups of one board, is passed over, and so is the name of the group above it.
 */
export class SheetTable {
  readonly #log = createProblemLog<TableProblem>(KEPT)
  readonly #sample: SheetRow[] = []
  #shape: TableShape | undefined
  #header = ''
  #held: CsvRow | undefined
  #rowCount = 0

  /** Takes rows in, and gives those out that are known to belong to the table. */
  take(rows: readonly SheetRow[]): readonly CsvRow[] {
    if (this.#shape !== undefined) return rows.flatMap((row) => this.#give(row))
    this.#sample.push(...rows)
    return this.#sample.length < SAMPLE ? [] : this.#begin()
  }

  /** The last rows. */
  end(): readonly CsvRow[] {
    const rows = this.#shape === undefined ? [...this.#begin()] : []
    if (this.#held) rows.push(this.#counted(this.#held))
    this.#held = undefined
    return rows
  }

  shape(): TableShape | undefined {
    return this.#shape
  }

  report(): TableReport {
    const brokenBytes = { count: 0, positions: [] }
    return {
      ...this.#log.report(),
      encoding: { encoding: 'utf-8', brokenBytes },
      rowCount: this.#rowCount,
    }
  }

  #begin(): readonly CsvRow[] {
    const sample = this.#sample.splice(0)
    const at = findHeader(sample)
    const header = at < 0 ? undefined : sample[at]
    const rows = sample.slice(at + 1)
    const width = [...rows, ...(header ? [header] : [])].reduce(
      (most, row) => Math.max(most, row.cells.length),
      0,
    )
    const names = Array.from({ length: width }, (_cell, index) => header?.cells[index] ?? '')
    const columns = header
      ? nameColumns({ line: header.line, cells: names }, (problem) => this.#log.add(problem))
      : numberColumns(width)
    this.#shape = { delimiter: ',', hasHeader: header !== undefined, columns }
    this.#header = header ? keyOf(header.cells) : ''
    if (header && at > 0) this.#log.add({ code: 'xlsx.rows_above', line: header.line, params: { count: at } })
    return rows.flatMap((row) => this.#give(row))
  }

  #give({ line, cells }: SheetRow): readonly CsvRow[] {
    const width = this.#shape?.columns.length ?? 0
    const isHeader = this.#header !== '' && keyOf(cells) === this.#header
    const before = this.#held
    this.#held = undefined
    if (isHeader) return []
    if (cells.length > width) this.#log.add({ code: 'xlsx.cells_beyond', line, params: { columns: width } })
    const row = { line, cells: Array.from({ length: width }, (_cell, index) => cells[index] ?? '') }
    const given = before ? [this.#counted(before)] : []
    const isName = width > 1 && cells.length === 1
    if (isName) this.#held = row
    else given.push(this.#counted(row))
    return given
  }

  #counted(row: CsvRow): CsvRow {
    this.#rowCount++
    return row
  }
}

/** Among the first rows, the first that names most columns and reads like names; -1 when none does. */
function findHeader(sample: readonly SheetRow[]): number {
  const widest = sample.reduce((most, { cells }) => Math.max(most, filled(cells)), 0)
  const least = Math.max(1, Math.ceil(widest * HEADER_SHARE))
  return sample.slice(0, ABOVE_MAX).findIndex((row) => filled(row.cells) >= least && looksLikeHeader(row))
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length
}

function keyOf(cells: readonly string[]): string {
  return cells.map((cell) => cell.trim()).join('\n')
}
