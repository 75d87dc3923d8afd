import { useCallback } from 'react'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { type PlanDoor, usePlanDoor } from '../../hooks/use-plan-door.ts'
import type { CellPlace } from '../../model/grid/cell-place.ts'
import type { GridGround } from '../../model/grid/ground.ts'
import { isCircle } from '../../model/grid/paste.ts'
import { isWrong, writeCell } from '../../model/grid/write-cell.ts'
import { writeLinks } from '../../model/grid/write-links.ts'
import { textsGrid } from '../../texts-grid.ts'

/** Writes a text into a cell. A sentence says why it does not fit; null: it was taken. */
export type WriteCell = (place: CellPlace, text: string) => string | null

/** What writing in a cell does: one step that can be taken back. */
export function useWriteGrid(ground: GridGround): WriteCell {
  const { write } = usePlanDoor(ground.containerId)
  return useCallback(
    ({ line, column }, text) => {
      const row = ground.rows[line]
      if (!row) return createItem(text, { ground, write })
      const written =
        column === 'before' ? writeBefore(text, row.itemId, ground) : writeCell(column, text, { row, ground })
      if (isWrong(written)) return textsGrid.fault[written.fault](written.piece)
      if (written.length > 0) void write(written, { undoLabel: textsGrid.changed(row.key) })
      return null
    },
    [ground, write],
  )
}

type Making = Pick<PlanDoor, 'write'> & { readonly ground: GridGround }

/** An empty line is left as it was; a title makes an item of it. */
function createItem(text: string, { ground, write }: Making): null {
  const title = text.trim()
  if (title === '') return null
  const { containerId, newId } = ground
  void write([callOf('work.createItem', { id: newId(), containerId, title })], {
    undoLabel: textsGrid.created(title),
  })
  return null
}

function writeBefore(text: string, itemId: string, ground: GridGround) {
  const change = writeLinks(text, itemId, { ground, lines: ground.rows, links: ground.links })
  if (isWrong(change)) return change
  if (isCircle(change.links, ground.rows)) return { fault: 'linkCircle', piece: text } as const
  return change.calls satisfies readonly Call[]
}
