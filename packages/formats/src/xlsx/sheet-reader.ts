import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { createXmlReader } from '../xml/index.ts'
import { type CellContext, cellText } from './cell-text.ts'

/** A row of a sheet with something in it. */
export type SheetRow = {
  /** As the sheet numbers it, from 1. */
  readonly line: number
  /** From the first column to the last with something in it. */
  readonly cells: readonly string[]
}

/** How large a sheet may be. */
export type SheetLimits = {
  readonly maxBytes: number
  readonly maxColumns: number
  readonly maxRows: number
  /** Characters of one row. */
  readonly maxRowLength: number
}

/** Reads a sheet piece by piece. After a refusal, every further call returns it. */
export type SheetReader = {
  /** The rows that these bytes complete. */
  readonly push: (bytes: Uint8Array) => Result<readonly SheetRow[]>
  readonly end: () => Result<readonly SheetRow[]>
}

/** Every reason to refuse a spreadsheet, besides those of XML and of archives. */
export const XLSX_REFUSAL_CODES = [
  /** An archive without a workbook or without a sheet. */
  'xlsx.no_workbook',
  /** A sheet with something in too many columns: `limit`, `line`. */
  'xlsx.too_many_columns',
  /** A sheet of too many rows: `limit`. */
  'xlsx.too_many_rows',
  /** More text than can be held: `limit`. */
  'xlsx.too_much_text',
] as const

/** As for tables of text. */
export const DEFAULT_SHEET_LIMITS: SheetLimits = {
  maxBytes: 536_870_912,
  maxColumns: 1_000,
  maxRows: 1_000_000,
  maxRowLength: 4_194_304,
}

class StreamingSheetReader implements SheetReader {
  readonly #context: CellContext
  readonly #limits: SheetLimits
  readonly #xml
  #rows: SheetRow[] = []
  #rowCount = 0
  #line = 0
  #cells: string[] = []
  #rowLength = 0
  #column = -1
  #type = ''
  #style = ''
  #value = ''
  #isValue = false
  #phonetic = 0
  #refusal: Refusal | undefined

  constructor(context: CellContext, limits: SheetLimits) {
    this.#context = context
    this.#limits = limits
    this.#xml = createXmlReader(
      {
        onOpen: (name, attributes) => this.#open(name, attributes),
        onText: (text) => {
          if (this.#isValue) this.#value += text
        },
        onClose: (name) => this.#close(name),
      },
      { maxBytes: limits.maxBytes },
    )
  }

  push = (bytes: Uint8Array): Result<readonly SheetRow[]> => this.#taken(this.#xml.push(bytes))

  end = (): Result<readonly SheetRow[]> => this.#taken(this.#xml.end())

  #taken(read: Result<unknown>): Result<readonly SheetRow[]> {
    if (this.#refusal) return err(this.#refusal)
    if (!read.ok) return read
    const rows = this.#rows
    this.#rows = []
    return ok(rows)
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': {
        const line = Number(attributes['r'])
        // Rows need not say their numbers (§18.3.1.73): then each follows the one before.
        this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1
        this.#cells = []
        this.#rowLength = 0
        this.#column = -1
        return
      }
      case 'c':
        this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1
        this.#type = attributes['t'] ?? 'n'
        this.#style = attributes['s'] ?? ''
        this.#value = ''
        return
      case 'rPh':
        this.#phonetic++
        return
      default:
        this.#isValue = name === 'v' || (name === 't' && this.#type === 'inlineStr' && this.#phonetic === 0)
    }
  }

  #close(name: string): void {
    this.#isValue = false
    if (name === 'rPh') this.#phonetic--
    if (name === 'c') this.#closeCell()
    if (name === 'row') this.#closeRow()
  }

  #closeCell(): void {
    const { type, style, value } = { type: this.#type, style: this.#style, value: this.#value }
    if (value === '' || this.#refusal) return
    const text = cellText({ type, style, value }, this.#context)
    if (text.trim() === '') return
    const { maxColumns, maxRowLength } = this.#limits
    if (this.#column >= maxColumns) {
      this.#refusal = { code: 'xlsx.too_many_columns', params: { limit: maxColumns, line: this.#line } }
      return
    }
    this.#rowLength += text.length
    if (this.#rowLength > maxRowLength)
      this.#refusal = { code: 'xlsx.too_much_text', params: { limit: maxRowLength } }
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #closeRow(): void {
    if (this.#cells.length === 0 || this.#refusal) return
    this.#rowCount++
    if (this.#rowCount > this.#limits.maxRows)
      this.#refusal = { code: 'xlsx.too_many_rows', params: { limit: this.#limits.maxRows } }
    this.#rows.push({ line: this.#line, cells: this.#cells })
  }
}

/**
 * A reader of one sheet. Only cells with a value count: a sheet that is coloured to its last column
 * is as wide as what stands in it. Of formulas the value is taken that the program last found.
 *
 * @see ECMA-376-1 §18.3.1
 */
export function createSheetReader(context: CellContext, limits: Partial<SheetLimits> = {}): SheetReader {
  return new StreamingSheetReader(context, { ...DEFAULT_SHEET_LIMITS, ...limits })
}

/** The column of a reference such as `BC12`, from 0; null when it names none. */
function columnOf(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d*$/.exec(reference) ?? []
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
