import type { Instant } from '@millrace/core/kernel'
import { type CalendarEntry, writeCalendar } from '@millrace/formats/icalendar'
import { dayOf } from '../../../platform/time-zone.ts'
import { type DatedRow, datedRows, type ExportedPlan } from './exported-plan.ts'

/** What is on a plan as a calendar: everything that has dates but summaries, which only span others. */
export function writePlanCalendar(plan: ExportedPlan, now: Instant): string {
  return writeCalendar({
    name: plan.name,
    writtenAt: now,
    entries: datedRows(plan.view)
      .filter(({ isSummary }) => !isSummary)
      .map((row) => entryOf(row, plan)),
  })
}

function entryOf(row: DatedRow, { itemsUrl, timeZone }: ExportedPlan): CalendarEntry {
  return {
    kind: 'event',
    uid: `${row.itemId}@millrace`,
    summary: `${row.key} ${row.title}`,
    description: undefined,
    url: `${itemsUrl}${row.key}`,
    categories: row.isMilestone ? ['Milestone'] : [],
    span: spanOf(row, timeZone),
    state: stateOf(row),
    percentComplete: undefined,
    completedAt: undefined,
    changedAt: undefined,
  }
}

/** Days that people gave an item end at midnight, which is the day after. */
function spanOf(
  { datesFrom, startAt, finishAt, isMilestone }: DatedRow,
  timeZone: string,
): CalendarEntry['span'] {
  if (datesFrom !== 'item') return { kind: 'moments', from: startAt, to: isMilestone ? startAt : finishAt }
  const to = dayOf(Math.max(startAt, finishAt - 1), timeZone)
  return { kind: 'days', from: dayOf(Math.min(startAt, finishAt - 1), timeZone), to }
}

function stateOf({ isDone, percentComplete }: DatedRow): CalendarEntry['state'] {
  if (isDone) return 'done'
  return percentComplete > 0 ? 'in-progress' : 'open'
}
