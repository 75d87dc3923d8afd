import { useMemo } from 'react'
import { type Call, callOf, useCommands } from '../../../../platform/store/index.ts'
import type { GridColumn, GridGround } from '../../model/grid/ground.ts'
import { isCircle } from '../../model/grid/paste.ts'
import { isWrong, writeCell } from '../../model/grid/write-cell.ts'
import { writeLinks } from '../../model/grid/write-links.ts'
import { textsGrid } from '../../texts-grid.ts'

/** The one place through which the grid changes anything: each change is one step that can be taken back. */
export type GridDoor = {
  /** Writes a text into a cell; null: the empty line. A sentence says why it does not fit; null: it was taken. */
  readonly write: (cell: { itemId: string | null; column: GridColumn }, text: string) => string | null
  readonly carryOut: (calls: readonly Call[], label: string) => void
}

/** What writing in the grid does. */
export function useWriteGrid(ground: GridGround): GridDoor {
  const { runBatch } = useCommands()
  return useMemo(() => {
    const carryOut: GridDoor['carryOut'] = (calls, undoLabel) => {
      if (calls.length > 0) void runBatch(calls, { undoLabel })
    }
    return {
      carryOut,
      write: ({ itemId, column }, text) => {
        const row = ground.rows.find((each) => each.itemId === itemId)
        if (!row) return createItem(text, { ground, carryOut })
        const written =
          column === 'before'
            ? writeBefore(text, row.itemId, ground)
            : writeCell(column, text, { row, ground })
        if (isWrong(written)) return textsGrid.fault[written.fault](written.piece)
        carryOut(written, textsGrid.changed(row.key))
        return null
      },
    }
  }, [ground, runBatch])
}

type Making = { readonly ground: GridGround; readonly carryOut: GridDoor['carryOut'] }

/** An empty line is left as it was; a title makes an item of it, on the level of the line above. */
function createItem(text: string, { ground, carryOut }: Making): null {
  const title = text.trim()
  if (title === '') return null
  const { containerId, newId } = ground
  const parentId = ground.rows.at(-1)?.parentId ?? null
  const item = { id: newId(), containerId, title, ...(parentId === null ? {} : { parentId }) }
  carryOut([callOf('work.createItem', item)], textsGrid.created(title))
  return null
}

function writeBefore(text: string, itemId: string, ground: GridGround) {
  const change = writeLinks(text, itemId, { ground, lines: ground.rows, links: ground.links })
  if (isWrong(change)) return change
  if (isCircle(change.links, ground.rows)) return { fault: 'linkCircle', piece: text } as const
  return change.calls satisfies readonly Call[]
}
