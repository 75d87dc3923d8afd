import type { PlanRowView, PlanView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { movePart, splitRow } from '@millrace/core/schedule'
import { useCallback, useMemo } from 'react'
import { callOf } from '../../../platform/store/index.ts'
import { dayOf, dayStart } from '../../../platform/time-zone.ts'
import { useTimeZone } from '../../../ui/index.ts'
import { projectPlanOf } from '../model/shown-plan.ts'
import { textsSplit as words } from '../texts-split.ts'
import { usePlanDoor } from './use-plan-door.ts'

/** What splits bars, and moves their parts. */
export type SplitBar = {
  readonly change: (row: PlanRowView, splits: PlanRowView['splits']) => void
  /** Lets the work rest from a moment on. */
  readonly split: (row: PlanRowView, rest: { readonly at: number; readonly pauseMin: number }) => void
  /** Lets the part behind a gap begin some days later. */
  readonly movePart: (row: PlanRowView, gap: number, days: number) => void
}

/** Splits the bars of a plan. */
export function useSplitBar(plan: PlanView, containerId: string): SplitBar {
  const { write } = usePlanDoor(containerId)
  const timeZone = useTimeZone()
  const ground = useMemo(() => projectPlanOf({ ...plan, timeZone }, [], []), [plan, timeZone])
  const say = useCallback(
    ({ itemId }: PlanRowView, splits: PlanRowView['splits'] | null, undoLabel: string) => {
      if (splits === null) return
      void write([callOf('schedule.changePlanItem', { containerId, itemId, patch: { splits } })], {
        undoLabel,
      })
    },
    [write, containerId],
  )
  return useMemo(
    () => ({
      change: (row, splits) => say(row, splits, words.changed(row.key)),
      split: (row, rest) => say(row, splitRow(ground, row, rest), words.changed(row.key)),
      movePart: (row, gap, days) => {
        const from = row.gaps[gap]?.finishAt
        if (from === undefined || days === 0) return
        const day = dayOf(from, timeZone)
        const to = dayStart(addDays(day, days), timeZone) + from - dayStart(day, timeZone)
        say(row, movePart(ground, row, { gap, to }), words.movedPart(row.key))
      },
    }),
    [say, ground, timeZone],
  )
}
