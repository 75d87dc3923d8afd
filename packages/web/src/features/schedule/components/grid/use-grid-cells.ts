import type { PlanRowView } from '@millrace/contract'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react'
import type { Block, CellPlace } from '../../model/grid/cell-place.ts'
import { textOf } from '../../model/grid/cell-text.ts'
import type { GridColumn, GridGround } from '../../model/grid/ground.ts'
import { fixedBecause } from '../../model/grid/write-cell.ts'
import { textsGrid } from '../../texts-grid.ts'
import type { LeaveTo } from './grid-input.tsx'
import type { BlockWrites } from './use-block-writes.ts'
import { type CellChoice, useCellChoice } from './use-cell-choice.ts'

type Cells = {
  readonly ground: GridGround
  /** The lines that are shown: those under no folded one. */
  readonly rows: readonly PlanRowView[]
  readonly columns: readonly GridColumn[]
  readonly canWrite: boolean
  /** Whether there is an empty line at the end, in which a new item is written. */
  readonly hasNewLine: boolean
  readonly pageLines: () => number
  readonly writes: Pick<BlockWrites, 'copy' | 'paste' | 'fillDown' | 'clear'>
  readonly onRemove: () => void
  /** Why nothing can be written in a cell. */
  readonly onNote: (note: CellPlace & { readonly text: string }) => void
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
  const { ground, rows, canWrite } = cells
  const lines = rows.length + Number(cells.hasNewLine)
  const choice = useCellChoice({ rows, columns: cells.columns, lines, pageLines: cells.pageLines })
  const { active, block, edited, go, step } = choice
  const pointer = usePointer(choice)
  const begin = (place: CellPlace, typed: string | null) => {
    const row = rows[place.line]
    if (!canWrite || (!row && place.column !== 'title')) return
    const fixed = row ? fixedBecause(place.column, row) : null
    if (fixed !== null) return cells.onNote({ ...place, text: textsGrid.fault[fixed]('') })
    choice.begin(place, typed ?? (row ? textOf(place.column, row, ground) : ''))
  }
  return {
    choice,
    handleLeave: (to: LeaveTo) => {
      choice.endEdit()
      cells.focus()
      const next = step(KEY_OF[to], false)
      if (next) go(next)
    },
    handleFocus: () => {
      if (active === null && lines > 0) go({ line: 0, column: 'title' })
    },
    handleKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || edited || !active || !block) return
      const acts = { ...cells, begin, block }
      if (moveBy(event, choice) || chooseBy(event, choice) || actOn(event, choice, acts)) {
        event.preventDefault()
      }
    },
    handleClick: (event: MouseEvent<HTMLElement>) => {
      const at = placeOf(event, choice)
      if (!at || pointer.endDrag()) return
      if (at === 'line') chooseLine(event, choice)
      else if (event.shiftKey) choice.extendTo(at)
      else if (active?.line === at.line && active.column === at.column) begin(at, null)
      else go(at)
    },
    handlePointerDown: pointer.begin,
    handlePointerMove: pointer.drag,
    handleDoubleClick: (event: MouseEvent<HTMLElement>) => {
      const at = placeOf(event, choice)
      if (at && at !== 'line') begin(at, null)
    },
    ...clipboardOf(cells, choice),
  }
}

/** What is copied, cut and pasted. */
function clipboardOf(cells: Cells, { block, edited }: CellChoice) {
  const copy = (event: ClipboardEvent<HTMLElement>): Block | null => {
    if (!block || edited) return null
    event.clipboardData.setData('text/plain', cells.writes.copy(block))
    event.preventDefault()
    return block
  }
  return {
    handleCopy: (event: ClipboardEvent<HTMLElement>) => void copy(event),
    handleCut: (event: ClipboardEvent<HTMLElement>) => {
      const copied = copy(event)
      if (copied && cells.canWrite) cells.writes.clear(copied)
    },
    handlePaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!block || edited || !cells.canWrite) return
      const column = block.columns[0] ?? 'title'
      cells.writes.paste(event.clipboardData.getData('text/plain'), { line: block.firstLine, column })
      event.preventDefault()
    },
  }
}

/** Drawing over cells with the mouse chooses them. */
function usePointer(choice: CellChoice) {
  const from = useRef<CellPlace | null>(null)
  const isDragged = useRef(false)
  return {
    begin: (event: PointerEvent<HTMLElement>) => {
      const at = event.pointerType === 'mouse' && !event.shiftKey ? placeOf(event, choice) : null
      from.current = at === 'line' ? null : at
      isDragged.current = false
    },
    drag: (event: PointerEvent<HTMLElement>) => {
      const at = event.buttons === 1 ? placeOf(event, choice) : null
      const first = from.current
      if (!at || at === 'line' || !first) return
      if (!isDragged.current && at.line === first.line && at.column === first.column) return
      if (!isDragged.current) choice.go(first)
      isDragged.current = true
      choice.extendTo(at)
    },
    /** Whether it was a drag, whose click means nothing more. */
    endDrag: () => {
      from.current = null
      return isDragged.current
    },
  }
}

/** Arrows and their like go to another cell, with Shift they choose a block; Tab goes on in the line. */
function moveBy(event: KeyboardEvent, { active, columns, go, step, extendTo }: CellChoice): boolean {
  if (event.altKey || !active) return false
  const next = step(event.key, event.ctrlKey || event.metaKey)
  if (next) {
    if (event.shiftKey) extendTo(next)
    else go(next)
    return true
  }
  // At the ends of a line Tab leads out of the grid.
  const isLast = active.column === (event.shiftKey ? columns[0] : columns.at(-1))
  if (event.key !== 'Tab' || isLast) return false
  go(step(event.shiftKey ? 'ArrowLeft' : 'ArrowRight', false))
  return true
}

/** Shift and the space bar choose whole lines, Ctrl+A everything. */
function chooseBy(event: KeyboardEvent, choice: CellChoice): boolean {
  const { block } = choice
  const isCtrl = event.ctrlKey || event.metaKey
  if (event.key === ' ' && event.shiftKey && block) choice.chooseLines(block.firstLine, block.lastLine)
  else if (isCtrl && event.key.toLowerCase() === 'a') choice.chooseAll()
  else return false
  return true
}

type Acts = Pick<Cells, 'canWrite' | 'writes' | 'onRemove'> & {
  readonly block: Block
  readonly begin: (place: CellPlace, typed: string | null) => void
}

/** Enter and F2 write in the cell, a letter writes over it, Delete empties cells and takes away whole lines. */
function actOn(event: KeyboardEvent, { active, hasWholeLines, go }: CellChoice, acts: Acts): boolean {
  const { key } = event
  if (event.altKey || !active) return false
  if (event.ctrlKey || event.metaKey) return fillBy(event, acts)
  const clear = () => acts.canWrite && acts.writes.clear(acts.block)
  const named: Readonly<Record<string, () => void>> = {
    Enter: () => acts.begin(active, null),
    F2: () => acts.begin(active, null),
    Escape: () => go(null),
    Backspace: clear,
    Delete: () => (hasWholeLines && acts.canWrite ? acts.onRemove() : clear()),
  }
  const act = named[key] ?? (key.length === 1 && key !== ' ' ? () => acts.begin(active, key) : undefined)
  act?.()
  return act !== undefined
}

/** Ctrl+D says in every line of the block what the first one says. */
function fillBy(event: KeyboardEvent, { canWrite, writes, block }: Acts): boolean {
  if (event.key.toLowerCase() !== 'd') return false
  if (canWrite) writes.fillDown(block)
  return true
}

function chooseLine(event: MouseEvent<HTMLElement>, choice: CellChoice): void {
  const line = lineAt(event)
  if (line !== null) choice.chooseLines(event.shiftKey ? (choice.block?.firstLine ?? line) : line, line)
}

function lineAt(event: MouseEvent<HTMLElement>): number | null {
  const target = event.target instanceof Element ? event.target : null
  const line = Number(target?.closest<HTMLElement>('[data-line]')?.dataset['line'] ?? Number.NaN)
  return Number.isInteger(line) ? line : null
}

/** The cell under the pointer, or `line` at the number of one. */
function placeOf(event: MouseEvent<HTMLElement>, { columns }: CellChoice): CellPlace | 'line' | null {
  const target = event.target instanceof Element ? event.target : null
  if (!target || target.closest('input, button')) return null
  if (target.closest('[role=rowheader]')) return 'line'
  const line = lineAt(event)
  const name = target.closest<HTMLElement>('[role=gridcell]')?.dataset['column']
  const column = columns.find((each) => each === name)
  return column && line !== null ? { line, column } : null
}
