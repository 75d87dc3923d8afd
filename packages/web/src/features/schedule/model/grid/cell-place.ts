import { GRID_COLUMNS, type GridColumn } from './ground.ts'

/** A cell, by the line it stands in. */
export type CellPlace = { readonly line: number; readonly column: GridColumn }

type Around = {
  /** How many lines there are, with the empty one at the end. */
  readonly lines: number
  /** How many fit into the window. */
  readonly pageLines: number
}

/** The cell to which a key leads from another one; null when it is no such key. */
export function cellAfter(
  { key, isCtrl }: { readonly key: string; readonly isCtrl: boolean },
  from: CellPlace,
  { lines, pageLines }: Around,
): CellPlace | null {
  const column = GRID_COLUMNS.indexOf(from.column)
  const [lastLine, lastColumn] = [lines - 1, GRID_COLUMNS.length - 1]
  switch (key) {
    case 'ArrowUp':
      return placeAt(isCtrl ? 0 : from.line - 1, column, lines)
    case 'ArrowDown':
      return placeAt(isCtrl ? lastLine : from.line + 1, column, lines)
    case 'ArrowLeft':
      return placeAt(from.line, isCtrl ? 0 : column - 1, lines)
    case 'ArrowRight':
      return placeAt(from.line, isCtrl ? lastColumn : column + 1, lines)
    case 'Home':
      return placeAt(isCtrl ? 0 : from.line, 0, lines)
    case 'End':
      return placeAt(isCtrl ? lastLine : from.line, lastColumn, lines)
    case 'PageUp':
      return placeAt(from.line - pageLines, column, lines)
    case 'PageDown':
      return placeAt(from.line + pageLines, column, lines)
    default:
      return null
  }
}

function placeAt(line: number, column: number, lines: number): CellPlace {
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value))
  return {
    line: within(line, lines),
    column: GRID_COLUMNS[within(column, GRID_COLUMNS.length)] ?? 'title',
  }
}

/** A block of cells from one corner to another. */
export type Block = {
  readonly firstLine: number
  readonly lastLine: number
  readonly columns: readonly GridColumn[]
}

/** The cells between two of them, both included. */
export function blockOf(one: CellPlace, other: CellPlace): Block {
  const [a, b] = [GRID_COLUMNS.indexOf(one.column), GRID_COLUMNS.indexOf(other.column)]
  return {
    firstLine: Math.min(one.line, other.line),
    lastLine: Math.max(one.line, other.line),
    columns: GRID_COLUMNS.slice(Math.min(a, b), Math.max(a, b) + 1),
  }
}
