import type { WorkItem } from '@millrace/core/work'
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useState } from 'react'
import { useLatest } from '../../hooks/use-latest.ts'
import type { Column } from '../../model/columns/column.ts'
import type { Rows } from '../../model/rows.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { clipboardHandlers } from './cell-clipboard.ts'
import type { LeaveCell } from './cell-input.tsx'
import { type EditedCell } from './table-row.tsx'
import { type ActiveCell, cellAfterKey, requestOfKey } from './use-cell-keys.ts'

type Table = LayoutProps & { readonly columns: readonly Column[] }
type Around = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: Rows
  readonly rowHeight: number
}

const LEAVE_KEY = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', stay: '' } as const

/** The cells of a table as in a spreadsheet: one is active, at most one is being typed into. */
export function useCells(table: Table, around: Around) {
  const { active, activate, move } = useActiveCell(table, around)
  const { edited, beginEdit, endEdit, handleSave } = useEditedCell(table, around)
  const { scroller } = around
  const handleLeave = useCallback(
    (to: LeaveCell) => {
      endEdit()
      scroller.current?.focus({ preventScroll: true })
      move(LEAVE_KEY[to], false)
    },
    [endEdit, scroller, move],
  )
  const clear = (cell: ActiveCell) => {
    const column = table.columns.find((each) => each.id === cell.columnId)
    const item = around.rows.item(cell.itemId)
    if (column && item && column.edit !== 'none') handleSave(item, column, '')
  }
  return {
    active,
    edited,
    handleSave,
    handleLeave,
    ...pointerHandlers({ activate, beginEdit, active }),
    handleKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || edited) return
      const isDone = handleKey(event, { active, move, activate, beginEdit, clear })
      if (isDone) event.preventDefault()
    },
    ...clipboardHandlers(table, around.rows, active),
  }
}

/** Which cell the keys act upon, and how they move it. */
function useActiveCell(table: Table, around: Around) {
  const [active, setActive] = useState<ActiveCell | null>(null)
  const latest = useLatest({ table, around, active })
  const activate = useCallback(
    (cell: ActiveCell | null) => {
      setActive(cell)
      if (!cell) return
      const { table: now, around: place } = latest.current
      now.handlers.onCursor(cell.itemId)
      showCell(place.scroller.current, cell.columnId)
    },
    [latest],
  )
  const move = useCallback(
    (key: string, isCtrl: boolean): boolean => {
      const { table: now, around: place, active: from } = latest.current
      const order = place.rows.items().map((item) => item.id)
      const height = place.scroller.current?.clientHeight ?? 400
      const pageRows = Math.max(1, Math.floor(height / place.rowHeight) - 2)
      const next = cellAfterKey(key, isCtrl, { active: from, columns: now.columns, order, pageRows })
      if (next) activate(next)
      return next !== null
    },
    [latest, activate],
  )
  return { active, activate, move }
}

/** Which cell is being typed into. Cells that are chosen open their list instead. */
function useEditedCell(table: Table, around: Around) {
  const [edited, setEdited] = useState<EditedCell | null>(null)
  const latest = useLatest({ table, around })
  const beginEdit = useCallback(
    (cell: ActiveCell, typed: string | null) => {
      const { table: now, around: place } = latest.current
      const column = now.columns.find((each) => each.id === cell.columnId)
      const item = place.rows.item(cell.itemId)
      if (!column || !item || column.edit === 'none') return
      if (column.edit === 'choose') return openChooser(now, cell)
      setEdited({ ...cell, initial: typed ?? (column.draft ?? column.text)(item, now.lookup) })
    },
    [latest],
  )
  const handleSave = useCallback(
    (item: WorkItem, column: Column, text: string) => {
      const { handlers, lookup } = latest.current.table
      const call = column.write(text, item, lookup)
      if (call) handlers.onCalls([call])
      return call !== null
    },
    [latest],
  )
  const endEdit = useCallback(() => setEdited(null), [])
  return { edited, beginEdit, endEdit, handleSave }
}

type KeyTools = {
  readonly active: ActiveCell | null
  readonly move: (key: string, isCtrl: boolean) => boolean
  readonly activate: (cell: ActiveCell | null) => void
  readonly beginEdit: (cell: ActiveCell, typed: string | null) => void
  readonly clear: (cell: ActiveCell) => void
}

function handleKey(event: KeyboardEvent, tools: KeyTools): boolean {
  if (!tools.active) return false
  if (event.key === 'Tab') return tools.move(event.shiftKey ? 'ArrowLeft' : 'ArrowRight', false)
  if (event.shiftKey && event.key.startsWith('Arrow')) return false
  if (tools.move(event.key, event.ctrlKey || event.metaKey)) return true
  const request = requestOfKey(event)
  if (!request) return false
  if (request.kind === 'leave') tools.activate(null)
  if (request.kind === 'clear') tools.clear(tools.active)
  if (request.kind === 'edit') tools.beginEdit(tools.active, request.initial)
  return true
}

type PointerTools = Pick<KeyTools, 'active' | 'activate' | 'beginEdit'>

function pointerHandlers({ active, activate, beginEdit }: PointerTools) {
  return {
    /** A plain click activates a cell, a click on the active cell edits it. */
    handleClick: (event: MouseEvent<HTMLElement>): boolean => {
      const cell = cellOf(event)
      if (!cell || event.shiftKey || event.ctrlKey || event.metaKey) return false
      if (active?.itemId === cell.itemId && active.columnId === cell.columnId) beginEdit(cell, null)
      else activate(cell)
      return true
    },
    handleDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const cell = cellOf(event)
      if (cell) beginEdit(cell, null)
    },
  }
}

/** Scrolls sideways until a column is in sight, beside those that stay at the start. */
function showCell(scroller: HTMLElement | null, columnId: string): void {
  const head = scroller?.querySelector(`[role=columnheader][data-column="${CSS.escape(columnId)}"]`)
  if (!scroller || !head || columnId === 'title') return
  const [cell, area] = [head.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const pinned = scroller.querySelector('[role=columnheader][data-column=title]')?.getBoundingClientRect()
  const isPastTitle = pinned !== undefined && cell.right > pinned.right
  const start = isPastTitle ? pinned.right : area.left
  if (cell.left < start) scroller.scrollBy({ left: cell.left - start })
  else if (cell.right > area.right) scroller.scrollBy({ left: cell.right - area.right })
}

function openChooser(table: Table, cell: ActiveCell): void {
  const element = document.querySelector(`#${CSS.escape(`${table.gridId}-${cell.itemId}-${cell.columnId}`)}`)
  if (element) {
    table.handlers.onEdit({
      itemIds: [cell.itemId],
      field: cell.columnId,
      rect: element.getBoundingClientRect(),
    })
  }
}

function cellOf(event: MouseEvent<HTMLElement>): ActiveCell | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || target.closest('[data-edit], input')) return null
  const columnId = target.closest<HTMLElement>('[role=gridcell][data-column]')?.dataset['column']
  const itemId = target.closest<HTMLElement>('[data-item]')?.dataset['item']
  return columnId !== undefined && itemId !== undefined ? { itemId, columnId } : null
}
