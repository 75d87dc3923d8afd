import type { ClipboardEvent } from 'react'
import { readTable, writeTable } from '../../../../platform/table-text.ts'
import { cellsIn, columnsIn, rulesIn } from '../../model/rules/grid-choice.ts'
import { changedBy, type GridState } from '../../model/rules/grid-keys.ts'
import { pasteCells, textOf, writeCells } from '../../model/rules/grid-table.ts'

/** Cells from and to the clipboard, as spreadsheets have them. */
export function gridClipboard(state: GridState, apply: (next: GridState) => void) {
  const { table, choice } = state
  const [rules, columns] = [rulesIn(choice), columnsIn(choice)]
  const handleCopy = (event: ClipboardEvent) => {
    if (rules.from < 0) return
    const rows = Array.from({ length: rules.to - rules.from + 1 }, (_row, down) =>
      Array.from({ length: columns.to - columns.from + 1 }, (_cell, right) =>
        textOf(table, { rule: rules.from + down, column: columns.from + right }),
      ),
    )
    event.clipboardData.setData('text/plain', writeTable(rows))
    event.preventDefault()
  }
  const handleCut = (event: ClipboardEvent) => {
    handleCopy(event)
    const cleared = changedBy('Delete', state)
    if (cleared !== null && rules.from >= 0) apply(cleared)
  }
  const handlePaste = (event: ClipboardEvent) => {
    const rows = readTable(event.clipboardData.getData('text/plain'))
    if (rows.length === 0) return
    event.preventDefault()
    const [[single] = [], ...others] = rows
    const isOne = others.length === 0 && rows[0]?.length === 1 && table.rules.length > 0
    const at = { rule: Math.max(0, rules.from), column: columns.from }
    const cells = cellsIn(choice).map((place) => ({ ...place, text: single?.trim() ?? '' }))
    apply({ table: isOne ? writeCells(table, cells) : pasteCells(table, { at, rows }), choice })
  }
  return { onCopy: handleCopy, onCut: handleCut, onPaste: handlePaste }
}
