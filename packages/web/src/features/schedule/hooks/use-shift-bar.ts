import type { PlanRowView, PlanView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { useCallback, useMemo } from 'react'
import { useCommands, useStore } from '../../../platform/store/index.ts'
import { useTimeZone } from '../../../ui/index.ts'
import type { Trial } from '../model/scenario.ts'
import { canShift, type Shift, shiftOf } from '../model/shift-row.ts'
import { projectPlanOf } from '../model/shown-plan.ts'
import { texts } from '../texts.ts'
import type { ScenarioMoves } from './use-scenario.ts'

/** What moves bars. */
export type ShiftBar = {
  readonly canShift: (row: PlanRowView) => boolean
  /** Moves a bar for good. */
  readonly shift: (row: PlanRowView, shift: Shift) => void
  /** Shows what moving it would do; null when that is nothing. */
  readonly trialOf: (row: PlanRowView, shift: Shift) => Trial | null
}

/** Moves bars by whole days, or only their ends. */
export function useShiftBar(
  plan: PlanView,
  { containerId, scenario }: { readonly containerId: string; readonly scenario: ScenarioMoves | null },
): ShiftBar {
  const { pool } = useStore()
  const { run } = useCommands()
  const timeZone = useTimeZone()
  const ground = useMemo(() => projectPlanOf({ ...plan, timeZone }, [], []), [plan, timeZone])
  const { isScheduled } = plan.settings
  const shift = useCallback(
    (row: PlanRowView, by: Shift) => {
      const item = pool.read('item', row.itemId)
      if (!item || !canShift(row, isScheduled) || by.days === 0) return
      const undoLabel = texts.moved(item.key)
      if (scenario) {
        const tried = shiftOf(row, by, ground)
        if (tried) scenario.add({ itemId: row.itemId, patch: tried })
        return
      }
      if (row.datesFrom === 'item') {
        const patch = shiftedDays(item, by)
        void run('work.changeItem', { id: item.id, patch }, { undoLabel })
        return
      }
      const patch = shiftOf(row, by, ground)
      if (patch) {
        void run('schedule.changePlanItem', { containerId, itemId: item.id, patch }, { undoLabel })
      }
    },
    [pool, run, ground, isScheduled, containerId, scenario],
  )
  const trialOf = useCallback(
    (row: PlanRowView, by: Shift) => {
      const patch = shiftOf(row, by, ground)
      return patch && { itemId: row.itemId, patch }
    },
    [ground],
  )
  return useMemo(
    () => ({ canShift: (row) => canShift(row, isScheduled), shift, trialOf }),
    [isScheduled, shift, trialOf],
  )
}

type Days = { readonly startsOn: string | null; readonly dueOn: string | null }

/** A bar of an item's own days never becomes shorter than a day. */
function shiftedDays(item: Days, { days, end }: Shift): Days {
  const startsOn = item.startsOn !== null && end === 'both' ? addDays(item.startsOn, days) : item.startsOn
  const moved = item.dueOn === null ? null : addDays(item.dueOn, days)
  return { startsOn, dueOn: moved !== null && startsOn !== null && moved < startsOn ? startsOn : moved }
}
