import type { PlanRowView, PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { dayOf } from '../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../ui/index.ts'
import { reasonWords } from '../model/reason-words.ts'

/** Says of each row why it lies where it does. */
export function useReasons(
  plan: PlanView,
  rows: readonly PlanRowView[],
): (row: PlanRowView) => string | null {
  const timeZone = useTimeZone()
  const { links } = plan
  return useMemo(() => {
    const titles = new Map(rows.map((row) => [row.itemId, row.title]))
    const byId = new Map(links.map((link) => [link.id, link]))
    return (row) =>
      reasonWords(row, {
        titleOf: (itemId) => titles.get(itemId),
        linkOf: (linkId) => byId.get(linkId),
        dayOf: (moment) => formatDay(dayOf(moment, timeZone)),
      })
  }, [rows, links, timeZone])
}
