import type { PlanRowView, PlanView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { type PlanPatch, type Shift, shiftOf, whyFixed } from '@millrace/core/schedule'
import { useCallback, useMemo } from 'react'
import { type Call, callOf, type Item } from '../../../platform/store/index.ts'
import { useTimeZone } from '../../../ui/index.ts'
import type { Trial } from '../model/scenario/trial.ts'
import { projectPlanOf } from '../model/shown-plan.ts'
import { texts } from '../texts.ts'
import { usePlannedItem } from './use-foreseen.ts'
import { usePlanDoor } from './use-plan-door.ts'

/** What moves bars. */
export type ShiftBar = {
  readonly canShift: (row: PlanRowView) => boolean
  /** Moves a bar for good. */
  readonly shift: (row: PlanRowView, shift: Shift) => void
  /** Shows what moving it would do; null when that is nothing. */
  readonly trialOf: (row: PlanRowView, shift: Shift) => Trial | null
}

/** Moves bars by whole days, or only their ends. */
export function useShiftBar(plan: PlanView, containerId: string): ShiftBar {
  const itemOf = usePlannedItem(containerId)
  const { write } = usePlanDoor(containerId)
  const timeZone = useTimeZone()
  const ground = useMemo(() => projectPlanOf({ ...plan, timeZone }, [], []), [plan, timeZone])
  const { isScheduled } = plan.settings
  const shift = useCallback(
    (row: PlanRowView, by: Shift) => {
      const item = itemOf(row.itemId)
      if (!item || whyFixed(row, isScheduled) !== null || by.days === 0) return
      const call = moveOf({ row, item, containerId }, by, shiftOf(row, by, ground))
      if (call) void write([call], { undoLabel: texts.moved(item.key) })
    },
    [itemOf, write, ground, isScheduled, containerId],
  )
  const trialOf = useCallback(
    (row: PlanRowView, by: Shift) => {
      const patch = shiftOf(row, by, ground)
      return patch && { itemId: row.itemId, patch }
    },
    [ground],
  )
  return useMemo(
    () => ({ canShift: (row) => whyFixed(row, isScheduled) === null, shift, trialOf }),
    [isScheduled, shift, trialOf],
  )
}

type Moved = { readonly row: PlanRowView; readonly item: Item; readonly containerId: string }

/** An item with days of its own gets other days; of any other the plan says something else. */
function moveOf({ row, item, containerId }: Moved, by: Shift, patch: PlanPatch | null): Call | null {
  if (row.datesFrom === 'item')
    return callOf('work.changeItem', { id: item.id, patch: shiftedDays(item, by) })
  return patch && callOf('schedule.changePlanItem', { containerId, itemId: item.id, patch })
}

type Days = { readonly startsOn: string | null; readonly dueOn: string | null }

/** A bar of an item's own days never becomes shorter than a day. */
function shiftedDays(item: Days, { days, end }: Shift): Days {
  const startsOn = item.startsOn !== null && end === 'both' ? addDays(item.startsOn, days) : item.startsOn
  const moved = item.dueOn === null ? null : addDays(item.dueOn, days)
  return { startsOn, dueOn: moved !== null && startsOn !== null && moved < startsOn ? startsOn : moved }
}
