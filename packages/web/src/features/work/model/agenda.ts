import type { WorkItem } from '@millrace/core/work'
import { formatDay, formatWeekday } from '../../../ui/index.ts'
import { textsCalendar } from '../texts-calendar.ts'
import type { WorkGroup } from './grouping.ts'
import { type Days, daysOf } from './item-days.ts'

/**
 * The days of a span that something begins or is due on, each with its items. An item that only runs
 * through is told once, on the first day.
 */
export function agendaOf(items: readonly WorkItem[], span: Days, today: string): readonly WorkGroup[] {
  const byDay = new Map<string, WorkItem[]>()
  for (const item of items) {
    for (const day of daysToTell(item, span)) {
      const there = byDay.get(day)
      if (there) there.push(item)
      else byDay.set(day, [item])
    }
  }
  return [...byDay.keys()].toSorted().map((day) => ({
    key: day,
    label: agendaDay(`${formatWeekday(day)} ${formatDay(day)}`, day === today),
    stateGroup: null,
    wipLimit: null,
    items: byDay.get(day) ?? [],
  }))
}

function agendaDay(words: string, isToday: boolean): string {
  return isToday ? textsCalendar.todayIs(words) : words
}

function daysToTell(item: WorkItem, { first, last }: Days): readonly string[] {
  const days = daysOf(item)
  if (!days || days.first > last || days.last < first) return []
  const begins = days.first < first ? first : days.first
  return days.last > last || days.last === begins ? [begins] : [begins, days.last]
}
