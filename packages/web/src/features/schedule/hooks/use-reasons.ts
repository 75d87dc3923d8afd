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
  const { links, calendars, outside } = plan
  return useMemo(() => {
    const titles = new Map(rows.map((row) => [row.itemId, row.title]))
    const byId = new Map(links.map((link) => [link.id, link]))
    const outsideById = new Map(outside.links.map((link) => [link.id, link]))
    const calendarOf = new Map(calendars.map((calendar) => [calendar.id, calendar]))
    return (row) =>
      reasonWords(row, {
        titleOf: (itemId) => titles.get(itemId),
        linkOf: (linkId) => byId.get(linkId),
        outsideOf: (linkId) => outsideById.get(linkId),
        calendarOf: (calendarId) => calendarOf.get(calendarId),
        dateOf: (moment) => dayOf(moment, timeZone),
        dayOf: (moment) => formatDay(dayOf(moment, timeZone)),
      })
  }, [rows, links, calendars, outside, timeZone])
}
