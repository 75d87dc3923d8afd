import { err, ok, type Result } from '@millrace/core/kernel'

/** A row by the names of its table's fields. */
export type XerRow = {
  readonly line: number
  /** The text of a field without blanks around; `undefined` when absent or empty. */
  readonly get: (field: string) => string | undefined
}

/** The tables of a file by name, with what its first line says. */
export type XerTables = {
  /** Version, date, and further on the currency. */
  readonly header: readonly string[]
  readonly rows: (table: string) => readonly XerRow[]
  readonly tables: ReadonlyMap<string, readonly XerRow[]>
  /** The end mark was there. */
  readonly isComplete: boolean
}

const MARK = 'ERMHDR'

/** Whether a file is one of Primavera, by how it begins; more than its beginning is not looked at. */
export function isXer(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, MARK.length + 3)].map((byte) => String.fromCharCode(byte)).join('')
  return start.replace('\u00ef\u00bb\u00bf', '').startsWith(MARK)
}

/**
 * Cuts a file into tables: `%T` names one, `%F` its fields, `%R` is a row, `%E` the end; all
 * separated by tabs. Lines that begin otherwise go on with a text of the row before and are joined.
 */
export function readTables(text: string, maxRows: number): Result<XerTables> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const header = (lines[0] ?? '').split('\t')
  if (header[0] !== MARK) return err({ code: 'xer.not_a_project' })
  const tables = new Map<string, XerRow[]>()
  let rows: XerRow[] = []
  let places: ReadonlyMap<string, number> = new Map()
  let count = 0
  let isComplete = false
  let last: string[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue
    const cells = line.split('\t')
    switch (cells[0]) {
      case '%T': {
        const name = (cells[1] ?? '').trim()
        rows = tables.get(name) ?? []
        tables.set(name, rows)
        places = new Map()
        break
      }
      case '%F':
        places = new Map(cells.slice(1).map((field, place) => [field.trim(), place + 1]))
        break
      case '%R':
        count += 1
        if (count > maxRows) return err({ code: 'xer.too_many_rows', params: { limit: maxRows } })
        last = cells
        rows.push(rowOf(cells, places, index + 1))
        break
      case '%E':
        isComplete = true
        break
      default:
        goOn(last, cells)
    }
  }
  return ok({ header, rows: (table) => tables.get(table) ?? [], tables, isComplete })
}

/** A line break inside a text: the first cell belongs to the last one before. */
function goOn(last: string[], cells: readonly string[]): void {
  if (last.length === 0 || cells.every((cell) => cell === '')) return
  last[last.length - 1] += `\n${cells[0] ?? ''}`
  for (const cell of cells.slice(1)) last.push(cell)
}

function rowOf(cells: readonly string[], places: ReadonlyMap<string, number>, line: number): XerRow {
  return {
    line,
    get: (field) => {
      const place = places.get(field)
      const text = place === undefined ? undefined : cells[place]?.trim()
      return text === '' ? undefined : text
    },
  }
}
