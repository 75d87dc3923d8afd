import type { WorkItem } from '@millrace/core/work'
import type { KeyboardEvent } from 'react'
import type { Column } from '../../model/columns/column.ts'

/** The cell that keys act upon. Without one, the table moves row by row like a list. */
export type ActiveCell = { readonly itemId: string; readonly columnId: string }

type Moves = {
  readonly active: ActiveCell | null
  readonly columns: readonly Column[]
  readonly order: readonly string[]
  readonly pageRows: number
}

/** The cell to which an arrow or page key leads, or null when the key is none of them. */
export function cellAfterKey(key: string, isCtrl: boolean, { active, columns, order, pageRows }: Moves) {
  if (!active) return null
  const row = order.indexOf(active.itemId)
  const column = columns.findIndex((each) => each.id === active.columnId)
  const to = target(key, isCtrl, { row, column, rows: order.length, columns: columns.length, pageRows })
  if (!to) return null
  const itemId = order[Math.min(order.length - 1, Math.max(0, to.row))]
  const next = columns[Math.min(columns.length - 1, Math.max(0, to.column))]
  return itemId === undefined || !next ? null : { itemId, columnId: next.id }
}

type Place = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly pageRows: number
}

function target(key: string, isCtrl: boolean, at: Place): { row: number; column: number } | null {
  const { row, column } = at
  switch (key) {
    case 'ArrowUp':
      return { row: isCtrl ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: isCtrl ? at.rows - 1 : row + 1, column }
    case 'ArrowLeft':
      return { row, column: isCtrl ? 0 : column - 1 }
    case 'ArrowRight':
      return { row, column: isCtrl ? at.columns - 1 : column + 1 }
    case 'Home':
      return { row: isCtrl ? 0 : row, column: 0 }
    case 'End':
      return { row: isCtrl ? at.rows - 1 : row, column: at.columns - 1 }
    case 'PageUp':
      return { row: row - at.pageRows, column }
    case 'PageDown':
      return { row: row + at.pageRows, column }
    default:
      return null
  }
}

/** What a key asks of the active cell itself. */
export type CellRequest =
  | { readonly kind: 'edit'; readonly initial: string | null }
  | { readonly kind: 'clear' }
  | { readonly kind: 'leave' }

/** Enter and F2 edit, a letter replaces, Delete clears, Escape leaves the cells. */
export function requestOfKey(event: KeyboardEvent): CellRequest | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter' || event.key === 'F2') return { kind: 'edit', initial: null }
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'clear' }
  if (event.key === 'Escape') return { kind: 'leave' }
  const isWritten = event.key.length === 1 && event.key !== ' '
  return isWritten ? { kind: 'edit', initial: event.key } : null
}

/** Rows and columns of a pasted table, as spreadsheets put them on the clipboard. */
export function cellsFromPaste(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
}

/** The cells that a pasted block covers, from the active cell down and to the end. */
export function pasteTargets(
  block: readonly (readonly string[])[],
  from: {
    readonly active: ActiveCell
    readonly items: readonly WorkItem[]
    readonly columns: readonly Column[]
  },
): readonly { readonly item: WorkItem; readonly column: Column; readonly text: string }[] {
  const row = from.items.findIndex((item) => item.id === from.active.itemId)
  const column = from.columns.findIndex((each) => each.id === from.active.columnId)
  return block.flatMap((line, down) =>
    line.flatMap((text, across) => {
      const item = from.items[row + down]
      const target = from.columns[column + across]
      return item && target && target.edit !== 'none' ? [{ item, column: target, text }] : []
    }),
  )
}
