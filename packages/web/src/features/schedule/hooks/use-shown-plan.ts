import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { useDirectory, useItems } from '../../../platform/store/index.ts'
import { dayEnd, dayStart } from '../../../platform/time-zone.ts'

/**
 * The rows as they are now: changes of titles and dates made here are shown before the plan has been
 * asked for again.
 */
export function useShownRows(plan: PlanView | undefined, containerId: string): readonly PlanRowView[] {
  const items = useItems({ containerId })
  const { organisation } = useDirectory()
  const { timeZone } = organisation
  return useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]))
    return (plan?.rows ?? []).map((row) => {
      const item = byId.get(row.itemId)
      if (!item) return row
      const isOwn = row.datesFrom === 'item' || (row.datesFrom === null && !row.isSummary)
      const dates = isOwn ? datesOf(item.startsOn, item.dueOn, timeZone) : {}
      return { ...row, title: item.title, ...dates }
    })
  }, [plan, items, timeZone])
}

/** A start begins its day, a due day lasts until midnight. One of the two alone is a day. */
function datesOf(startsOn: string | null, dueOn: string | null, timeZone: string) {
  const first = startsOn ?? dueOn
  const last = dueOn ?? startsOn
  if (first === null || last === null) return { startAt: null, finishAt: null, datesFrom: null }
  return {
    startAt: dayStart(first, timeZone),
    finishAt: dayEnd(last, timeZone),
    datesFrom: 'item' as const,
  }
}
