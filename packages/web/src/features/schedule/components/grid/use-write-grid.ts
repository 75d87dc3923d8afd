import { useMemo } from 'react'
import type { Call } from '../../../../platform/store/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import type { GridColumn, GridGround } from '../../model/grid/ground.ts'
import { planLines } from '../../model/grid/write-lines.ts'
import { textsGrid } from '../../texts-grid.ts'

/** The one place through which the grid changes anything: each change is one step that can be taken back. */
export type GridDoor = {
  /** Writes a text into a cell; null: the empty line. A sentence says why it does not fit; null: it was taken. */
  readonly write: (cell: { itemId: string | null; column: GridColumn }, text: string) => string | null
  readonly carryOut: (calls: readonly Call[], label: string) => void
  /** Why lines cannot be made and moved now: a scenario holds neither. Null: they can. */
  readonly closed: string | null
}

/** What writing in the grid does. */
export function useWriteGrid(ground: GridGround): GridDoor {
  const { write, closed } = usePlanDoor(ground.containerId)
  return useMemo(() => {
    const carryOut: GridDoor['carryOut'] = (calls, undoLabel) => {
      if (calls.length > 0) void write(calls, { undoLabel })
    }
    return {
      closed,
      carryOut,
      write: ({ itemId, column }, text) => {
        const line = ground.lineOf.get(itemId ?? '')
        const row = line === undefined ? null : (ground.rows[line - 1] ?? null)
        // An empty line is left as it was; a title makes an item of it.
        if (row === null && text.trim() === '') return null
        const target = { row, itemId: row?.itemId ?? ground.newId(), texts: new Map([[column, text]]) }
        const { calls, lines } = planLines([target], ground)
        const wrong = lines.flatMap(({ cells }) => cells).find((cell) => cell.wrong !== null)?.wrong
        if (wrong) return textsGrid.fault[wrong.fault](wrong.piece)
        carryOut(calls, row ? textsGrid.changed(row.key) : textsGrid.created(text.trim()))
        return null
      },
    }
  }, [ground, write, closed])
}
