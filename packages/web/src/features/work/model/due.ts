import { dayNumber } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { formatDay, formatDayInWords, formatDayRange } from '../../../ui/index.ts'
import { texts } from '../texts.ts'

/** A due day in words, how pressing it is, and in full for tooltips. */
export type Due = {
  readonly words: string
  readonly full: string
  readonly urgency: 'late' | 'today' | 'soon' | 'none'
}

/** Days from `today` until the day; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return (dayNumber(day) ?? 0) - (dayNumber(today) ?? 0)
}

/** When an item is due. Finished items are never late. */
export function dueOf(item: Pick<WorkItem, 'startsOn' | 'dueOn' | 'stateGroup'>, today: string): Due | null {
  const { startsOn, dueOn, stateGroup } = item
  if (dueOn === null) {
    return startsOn === null
      ? null
      : { words: texts.due.from(formatDay(startsOn)), full: texts.due.starts(startsOn), urgency: 'none' }
  }
  const full = startsOn === null ? texts.due.on(dueOn) : texts.due.between(startsOn, dueOn)
  const days = daysUntil(dueOn, today)
  if (stateGroup !== 'done' && days < 0) return { words: texts.due.late(-days), full, urgency: 'late' }
  if (days === 0) return { words: texts.due.today, full, urgency: stateGroup === 'done' ? 'none' : 'today' }
  const isNear = days > -2 && days < 7
  const words = isNear ? short(formatDayInWords(dueOn, today)) : formatDayRange(startsOn ?? dueOn, dueOn)
  return { words, full, urgency: days > 0 && days < 3 && stateGroup !== 'done' ? 'soon' : 'none' }
}

function short(words: string): string {
  const isWeekday = /^[A-Z]/.test(words)
  return isWeekday ? words.slice(0, 3) : words.charAt(0).toUpperCase() + words.slice(1)
}
