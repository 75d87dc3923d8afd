import type { PlanRowView } from '@millrace/contract'
import { useState } from 'react'
import { blockText, planClear, planFillDown } from '../../model/grid/block-text.ts'
import type { Block, CellPlace } from '../../model/grid/cell-place.ts'
import type { GridColumn, GridGround } from '../../model/grid/ground.ts'
import { type Pasting, planPaste } from '../../model/grid/paste.ts'
import type { Writing } from '../../model/grid/write-lines.ts'
import { textsGrid } from '../../texts-grid.ts'
import type { GridDoor } from './use-write-grid.ts'

type Asked = {
  readonly ground: GridGround
  /** The lines that are shown. */
  readonly rows: readonly PlanRowView[]
  readonly columns: readonly GridColumn[]
  readonly door: GridDoor
}

type Looked = { readonly title: string; readonly label: string; readonly pasting: Pasting }

/** Copies, pastes, fills and empties blocks. What is pasted is looked at before it is done, and so is what does not fit. */
export function useBlockWrites({ ground, rows, columns, door }: Asked) {
  const [asked, setAsked] = useState<Looked | null>(null)
  const write = (writing: Writing, words: { readonly title: string; readonly label: string }) => {
    if (writing.wrongCount === 0) door.carryOut(writing.calls, words.label)
    else setAsked({ ...words, pasting: { ...writing, passedOver: [] } })
  }
  const sizeOf = ({ firstLine, lastLine }: Block) => lastLine - firstLine + 1
  return {
    asked,
    copy: (block: Block) => blockText(block, rows, ground),
    paste: (text: string, { line, column }: CellPlace) => {
      const pasting = planPaste(text, { rows, line, column, columns, names: textsGrid.column }, ground)
      setAsked({ title: textsGrid.paste.title, label: textsGrid.pasted(pasting.lines.length), pasting })
    },
    fillDown: (block: Block) => {
      const label = textsGrid.filled(sizeOf(block))
      write(planFillDown(block, rows, ground), { title: textsGrid.fillDown, label })
    },
    clear: (block: Block) => {
      const label = textsGrid.cleared(sizeOf(block) * block.columns.length)
      write(planClear(block, rows, ground), { title: textsGrid.clear, label })
    },
    apply: () => {
      if (asked) door.carryOut(asked.pasting.calls, asked.label)
      setAsked(null)
    },
    drop: () => setAsked(null),
  }
}

/** What is done with blocks of cells. */
export type BlockWrites = ReturnType<typeof useBlockWrites>
