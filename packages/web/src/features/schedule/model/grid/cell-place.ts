import type { GridColumn } from './ground.ts'

/** A cell, by the line it stands in. */
export type CellPlace = { readonly line: number; readonly column: GridColumn }

/** What lies around a cell. */
export type Around = {
  /** The columns that are shown, in their order. */
  readonly columns: readonly GridColumn[]
  /** How many lines there are, with the empty one at the end. */
  readonly lines: number
  /** How many fit into the window. */
  readonly pageLines: number
}

/** The cell to which a key leads from another one; null when it is no such key. */
export function cellAfter(
  { key, isCtrl }: { readonly key: string; readonly isCtrl: boolean },
  from: CellPlace,
  around: Around,
): CellPlace | null {
  const { columns, lines, pageLines } = around
  const column = columns.indexOf(from.column)
  const [lastLine, lastColumn] = [lines - 1, columns.length - 1]
  const at = (line: number, place: number) => placeAt(line, place, around)
  switch (key) {
    case 'ArrowUp':
      return at(isCtrl ? 0 : from.line - 1, column)
    case 'ArrowDown':
      return at(isCtrl ? lastLine : from.line + 1, column)
    case 'ArrowLeft':
      return at(from.line, isCtrl ? 0 : column - 1)
    case 'ArrowRight':
      return at(from.line, isCtrl ? lastColumn : column + 1)
    case 'Home':
      return at(isCtrl ? 0 : from.line, 0)
    case 'End':
      return at(isCtrl ? lastLine : from.line, lastColumn)
    case 'PageUp':
      return at(from.line - pageLines, column)
    case 'PageDown':
      return at(from.line + pageLines, column)
    default:
      return null
  }
}

function placeAt(line: number, column: number, { columns, lines }: Around): CellPlace {
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value))
  return { line: within(line, lines), column: columns[within(column, columns.length)] ?? 'title' }
}

/** A block of cells from one corner to another. */
export type Block = {
  readonly firstLine: number
  readonly lastLine: number
  readonly columns: readonly GridColumn[]
}

/** The cells between two of them, both included. */
export function blockOf(one: CellPlace, other: CellPlace, columns: readonly GridColumn[]): Block {
  const [a, b] = [columns.indexOf(one.column), columns.indexOf(other.column)]
  return {
    firstLine: Math.min(one.line, other.line),
    lastLine: Math.max(one.line, other.line),
    columns: columns.slice(Math.min(a, b), Math.max(a, b) + 1),
  }
}
