import type { PlanRowView, PlanView } from '@millrace/contract'
import { callOf } from '../../../platform/store/index.ts'
import { useTimeZone } from '../../../ui/index.ts'
import { differencesOf } from '../model/differences.ts'
import { texts } from '../texts.ts'
import { textsDates } from '../texts-dates.ts'
import { usePlanDoor } from './use-plan-door.ts'

type Asked = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** Whether the dates of a plan follow from its links or are kept as they are: changed both ways, and taken back. */
export function useScheduling({ plan, rows, containerId }: Asked): {
  readonly schedule: () => void
  readonly keep: () => void
} {
  const { write } = usePlanDoor(containerId)
  const timeZone = useTimeZone()
  const set = (isScheduled: boolean) =>
    callOf('schedule.changePlanSettings', { containerId, patch: { isScheduled } })
  return {
    schedule: () => {
      // Taken back, everything lies again where it lay: the dates that are moved are known only now.
      const items = differencesOf({ ...plan, timeZone }, rows, plan.links)
        .filter(({ before }) => !before.isSummary)
        .map(({ before: { itemId, startAt, finishAt } }) => ({ itemId, startAt, finishAt }))
      const back = [callOf('schedule.keepDates', { containerId, items })]
      void write([set(true)], { undoLabel: texts.scheduled, back })
    },
    keep: () => void write([set(false)], { undoLabel: textsDates.kept }),
  }
}
