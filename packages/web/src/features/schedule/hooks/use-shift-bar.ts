import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { useCallback } from 'react'
import { useCommands, useStore } from '../../../platform/store/index.ts'
import { texts } from '../texts.ts'

/** Moves a bar by whole days, or only its end. */
export type ShiftBar = (row: PlanRowView, days: number, end: 'both' | 'finish') => void

/** Whether a bar's dates are the item's own, so that moving the bar means changing them. */
export function canShift(row: PlanRowView): boolean {
  return row.datesFrom === 'item'
}

/** Changes the dates that a bar stands for. A bar never becomes shorter than a day. */
export function useShiftBar(): ShiftBar {
  const { pool } = useStore()
  const { run } = useCommands()
  return useCallback(
    (row, days, end) => {
      const item = pool.read('item', row.itemId)
      if (!item || !canShift(row) || days === 0) return
      const startsOn = item.startsOn !== null && end === 'both' ? addDays(item.startsOn, days) : item.startsOn
      const moved = item.dueOn === null ? null : addDays(item.dueOn, days)
      const dueOn = moved !== null && startsOn !== null && moved < startsOn ? startsOn : moved
      void run(
        'work.changeItem',
        { id: item.id, patch: { startsOn, dueOn } },
        { undoLabel: texts.moved(item.key) },
      )
    },
    [pool, run],
  )
}
