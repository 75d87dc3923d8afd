import type { ClipboardEvent } from 'react'
import type { Call } from '../../../../platform/store/index.ts'
import type { Column } from '../../model/columns/column.ts'
import type { Rows } from '../../model/rows.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { type ActiveCell, cellsFromPaste, pasteTargets } from './use-cell-keys.ts'

type Table = LayoutProps & { readonly columns: readonly Column[] }

/** Copies the active cell as text, and writes a pasted block into the cells from the active one on. */
export function clipboardHandlers(table: Table, rows: Rows, active: ActiveCell | null) {
  return {
    handleCopy: (event: ClipboardEvent<HTMLElement>) => {
      const item = active && rows.item(active.itemId)
      const column = active && table.columns.find((each) => each.id === active.columnId)
      if (!item || !column || isField(event.target)) return
      event.clipboardData.setData('text/plain', column.text(item, table.lookup))
      event.preventDefault()
    },
    handlePaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!active || isField(event.target)) return
      const items = rows.items()
      const block = cellsFromPaste(event.clipboardData.getData('text/plain'))
      const calls = pasteTargets(block, { active, items, columns: table.columns }).flatMap(
        ({ item, column, text }): Call[] => {
          const call = column.write(text, item, table.lookup)
          return call ? [call] : []
        },
      )
      if (calls.length > 0) table.handlers.onCalls(calls)
      event.preventDefault()
    },
  }
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement
}
