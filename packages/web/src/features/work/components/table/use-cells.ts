import type { WorkItem } from '@millrace/core/work'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from 'react'
import type { Call } from '../../../../platform/store/calls.ts'
import type { Column } from '../../model/columns/column.ts'
import type { Row } from '../../model/rows.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import type { LeaveCell } from './cell-input.tsx'
import { type EditedCell } from './table-row.tsx'
import { type ActiveCell, cellAfterKey, cellsFromPaste, pasteTargets, requestOfKey } from './use-cell-keys.ts'

type Table = LayoutProps & { readonly columns: readonly Column[] }
type Around = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: readonly Row[]
  readonly rowHeight: number
}

const LEAVE_KEY = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', stay: '' } as const

/** The cells of a table as in a spreadsheet: one is active, at most one is being typed into. */
export function useCells(table: Table, around: Around) {
  const [active, setActive] = useState<ActiveCell | null>(null)
  const [edited, setEdited] = useState<EditedCell | null>(null)
  const latest = useRef({ table, around, active })
  latest.current = { table, around, active }

  const activate = useCallback((cell: ActiveCell | null) => {
    setActive(cell)
    if (!cell) return
    const {
      table: now,
      around: { scroller },
    } = latest.current
    now.handlers.onCursor(cell.itemId)
    showCell(scroller.current, cell.columnId)
  }, [])
  const move = useCallback(
    (key: string, isCtrl: boolean): boolean => {
      const {
        table: now,
        around: { rows, rowHeight, scroller },
        active: from,
      } = latest.current
      const order = rows.flatMap((row) => (row.kind === 'item' ? row.item.id : []))
      const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2)
      const next = cellAfterKey(key, isCtrl, { active: from, columns: now.columns, order, pageRows })
      if (next) activate(next)
      return next !== null
    },
    [activate],
  )
  const beginEdit = useCallback((cell: ActiveCell, typed: string | null) => {
    const {
      table: now,
      around: { rows },
    } = latest.current
    const column = now.columns.find((each) => each.id === cell.columnId)
    const item = itemOf(rows, cell.itemId)
    if (!column || !item || column.edit === 'none') return
    if (column.edit === 'choose') return openChooser(now, cell)
    const initial = typed ?? (column.draft ?? column.text)(item, now.lookup)
    setEdited({ ...cell, initial })
  }, [])
  const handleSave = useCallback((item: WorkItem, column: Column, text: string) => {
    const { table: now } = latest.current
    const call = column.write(text, item, now.lookup)
    if (call) now.handlers.onCalls([call])
    return call !== null
  }, [])
  const handleLeave = useCallback(
    (to: LeaveCell) => {
      setEdited(null)
      latest.current.around.scroller.current?.focus({ preventScroll: true })
      move(LEAVE_KEY[to], false)
    },
    [move],
  )
  return {
    active,
    edited,
    handleSave,
    handleLeave,
    ...pointerHandlers({ activate, beginEdit, active }),
    handleKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || edited) return
      if (
        handleKey(event, {
          active,
          columns: table.columns,
          move,
          activate,
          beginEdit,
          save: (cell) => clear(cell),
        })
      ) {
        event.preventDefault()
      }
    },
    ...clipboardHandlers(table, around.rows, active),
  }

  function clear(cell: ActiveCell): void {
    const column = table.columns.find((each) => each.id === cell.columnId)
    const item = itemOf(around.rows, cell.itemId)
    if (column && item && column.edit !== 'none') handleSave(item, column, '')
  }
}

type KeyTools = {
  readonly active: ActiveCell | null
  readonly columns: readonly Column[]
  readonly move: (key: string, isCtrl: boolean) => boolean
  readonly activate: (cell: ActiveCell | null) => void
  readonly beginEdit: (cell: ActiveCell, typed: string | null) => void
  readonly save: (cell: ActiveCell) => void
}

function handleKey(event: KeyboardEvent, tools: KeyTools): boolean {
  if (!tools.active) return false
  if (event.key === 'Tab') return tools.move(event.shiftKey ? 'ArrowLeft' : 'ArrowRight', false)
  if (event.shiftKey && event.key.startsWith('Arrow')) return false
  if (tools.move(event.key, event.ctrlKey || event.metaKey)) return true
  const request = requestOfKey(event)
  if (!request) return false
  if (request.kind === 'leave') tools.activate(null)
  if (request.kind === 'clear') tools.save(tools.active)
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

function clipboardHandlers(table: Table, rows: readonly Row[], active: ActiveCell | null) {
  return {
    handleCopy: (event: ClipboardEvent<HTMLElement>) => {
      const item = active && itemOf(rows, active.itemId)
      const column = active && table.columns.find((each) => each.id === active.columnId)
      if (!item || !column || isField(event.target)) return
      event.clipboardData.setData('text/plain', column.text(item, table.lookup))
      event.preventDefault()
    },
    handlePaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!active || isField(event.target)) return
      const items = rows.flatMap((row) => (row.kind === 'item' ? row.item : []))
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

function itemOf(rows: readonly Row[], itemId: string): WorkItem | null {
  for (const row of rows) if (row.kind === 'item' && row.item.id === itemId) return row.item
  return null
}

function cellOf(event: MouseEvent<HTMLElement>): ActiveCell | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || target.closest('[data-edit], input')) return null
  const columnId = target.closest<HTMLElement>('[role=gridcell][data-column]')?.dataset['column']
  const itemId = target.closest<HTMLElement>('[data-item]')?.dataset['item']
  return columnId !== undefined && itemId !== undefined ? { itemId, columnId } : null
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement
}
