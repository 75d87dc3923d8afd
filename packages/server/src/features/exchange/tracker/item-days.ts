import { isPlainDate, type PlainDate } from '@millrace/core/kernel'
import type { TrackerItem, TrackerTime } from '@millrace/formats/tracker'
import { dayOf } from '../../../platform/time-zone.ts'
import { type TrackerTools, tellItem } from './tracker-source.ts'

/** The day of a time where the organisation is. */
export function dayAt(time: TrackerTime, timeZone: string): PlainDate | null {
  const day = 'day' in time ? time.day : dayOf(time.at, timeZone)
  return isPlainDate(day) ? day : null
}

/** Start and due day of an item; a start after the due day is left out and told. */
export function itemDays(
  item: TrackerItem,
  tools: TrackerTools,
): { readonly startsOn: PlainDate | null; readonly dueOn: PlainDate | null } {
  const { timeZone } = tools.surroundings
  const startsOn = item.starts && dayAt(item.starts, timeZone)
  const dueOn = item.due && dayAt(item.due, timeZone)
  if (startsOn === null || dueOn === null || startsOn <= dueOn) return { startsOn, dueOn }
  tellItem(tools, item, { code: 'import.dates_reversed', params: { startsOn, dueOn } })
  return { startsOn: null, dueOn }
}
