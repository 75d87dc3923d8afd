import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useState } from 'react'
import { type Block, blockOf, type CellPlace, cellAfter } from '../../model/grid/cell-place.ts'
import { textOf } from '../../model/grid/cell-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround } from '../../model/grid/ground.ts'
import type { LeaveTo } from './grid-input.tsx'

export type EditedCell = CellPlace & { readonly initial: string }

type Cells = {
  readonly ground: GridGround
  readonly canWrite: boolean
  /** Whether there is an empty line at the end, in which a new item is written. */
  readonly hasNewLine: boolean
  readonly pageLines: () => number
  readonly onClear: (place: CellPlace) => void
  readonly onPaste: (text: string, place: CellPlace) => void
  readonly focus: () => void
}

const KEY_OF: Readonly<Record<LeaveTo, string>> = {
  down: 'ArrowDown',
  right: 'ArrowRight',
  left: 'ArrowLeft',
  stay: '',
}

/** The cells as in a spreadsheet: one is active, a block around it may be chosen, at most one is written in. */
export function useGridCells(cells: Cells) {
  const { ground, canWrite } = cells
  const place = useCellPlace(cells)
  const { active, block, edited, go, begin, step } = place
  return {
    active,
    block,
    edited,
    handleLeave: (to: LeaveTo) => {
      place.endEdit()
      cells.focus()
      const next = step(KEY_OF[to], false)
      if (next) go(next)
    },
    handleFocus: () => {
      if (active === null && place.lines > 0) go({ line: 0, column: 'title' })
    },
    handleKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || edited || !active) return
      if (moveBy(event, place) || actOn(event, active, { begin, go, onClear: cells.onClear })) {
        event.preventDefault()
      }
    },
    handleClick: (event: MouseEvent<HTMLElement>) => {
      const at = placeOf(event)
      if (!at) return
      if (event.shiftKey) place.extendTo(at)
      else if (active?.line === at.line && active.column === at.column) begin(at, null)
      else go(at)
    },
    handleDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const at = placeOf(event)
      if (at) begin(at, null)
    },
    handleCopy: (event: ClipboardEvent<HTMLElement>) => {
      if (!block || edited) return
      event.clipboardData.setData('text/plain', blockText(block, ground))
      event.preventDefault()
    },
    handlePaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!active || edited || !canWrite) return
      cells.onPaste(event.clipboardData.getData('text/plain'), active)
      event.preventDefault()
    },
  }
}

/** Which cell keys act upon, from where a block is chosen, and which cell is written in. */
function useCellPlace({ ground, canWrite, hasNewLine, pageLines }: Cells) {
  const [active, setActive] = useState<CellPlace | null>(null)
  const [anchor, setAnchor] = useState<CellPlace | null>(null)
  const [edited, setEdited] = useState<EditedCell | null>(null)
  const lines = ground.rows.length + Number(hasNewLine)
  return {
    active,
    edited,
    lines,
    block: active && anchor && blockOf(anchor, active),
    go: (place: CellPlace | null) => {
      setActive(place)
      setAnchor(place)
    },
    extendTo: setActive,
    begin: (place: CellPlace, typed: string | null) => {
      const row = ground.rows[place.line]
      if (!canWrite || (!row && place.column !== 'title')) return
      setEdited({ ...place, initial: typed ?? (row ? textOf(place.column, row, ground) : '') })
    },
    endEdit: () => setEdited(null),
    step: (key: string, isCtrl: boolean) =>
      active && cellAfter({ key, isCtrl }, active, { lines, pageLines: pageLines() }),
  }
}

/** Arrows and their like go to another cell, with Shift they choose a block; Tab goes on in the line. */
function moveBy(
  event: KeyboardEvent,
  { active, go, step, extendTo }: ReturnType<typeof useCellPlace>,
): boolean {
  if (event.altKey || !active) return false
  const next = step(event.key, event.ctrlKey || event.metaKey)
  if (next) {
    if (event.shiftKey) extendTo(next)
    else go(next)
    return true
  }
  // At the ends of a line Tab leads out of the grid.
  const isLast = active.column === (event.shiftKey ? GRID_COLUMNS[0] : GRID_COLUMNS.at(-1))
  if (event.key !== 'Tab' || isLast) return false
  go(step(event.shiftKey ? 'ArrowLeft' : 'ArrowRight', false))
  return true
}

function blockText(block: Block, ground: GridGround): string {
  const rows = ground.rows.slice(block.firstLine, block.lastLine + 1)
  return rows.map((row) => block.columns.map((column) => textOf(column, row, ground)).join('\t')).join('\n')
}

type Acts = {
  readonly begin: (place: CellPlace, typed: string | null) => void
  readonly go: (place: null) => void
  readonly onClear: (place: CellPlace) => void
}

/** Enter and F2 write in the cell, a letter writes over it, Delete empties it. */
function actOn(event: KeyboardEvent, place: CellPlace, { begin, go, onClear }: Acts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'Enter' || event.key === 'F2') begin(place, null)
  else if (event.key === 'Delete' || event.key === 'Backspace') onClear(place)
  else if (event.key === 'Escape') go(null)
  else if (event.key.length === 1 && event.key !== ' ') begin(place, event.key)
  else return false
  return true
}

function placeOf(event: MouseEvent<HTMLElement>): CellPlace | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || target.closest('input')) return null
  const cell = target.closest<HTMLElement>('[role=gridcell]')
  const column = GRID_COLUMNS.find((each): each is GridColumn => each === cell?.dataset['column'])
  const line = Number(cell?.dataset['line'])
  return column && Number.isInteger(line) ? { line, column } : null
}
