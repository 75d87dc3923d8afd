import { dayNumber } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { formatDay, formatDayInWords, formatDayRange, formatWeekday } from '../../../ui/index.ts'
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
  const { startsOn, dueOn } = item
  if (dueOn !== null) {
    const full = startsOn === null ? texts.due.on(dueOn) : texts.due.between(startsOn, dueOn)
    const days = daysUntil(dueOn, today)
    const words = wordsFor({ startsOn, dueOn, today, isLate: item.stateGroup !== 'done' && days < 0 })
    return { words, full, urgency: item.stateGroup === 'done' ? 'none' : urgencyOf(days) }
  }
  if (startsOn === null) return null
  return { words: texts.due.from(formatDay(startsOn)), full: texts.due.starts(startsOn), urgency: 'none' }
}

type Span = {
  readonly startsOn: string | null
  readonly dueOn: string
  readonly today: string
  readonly isLate: boolean
}

function wordsFor({ startsOn, dueOn, today, isLate }: Span): string {
  const days = daysUntil(dueOn, today)
  if (isLate) return texts.due.late(-days)
  if (days === 0) return texts.due.today
  const isNear = days > -2 && days < 7
  if (days > 1 && isNear) return formatWeekday(dueOn)
  return isNear ? capitalised(formatDayInWords(dueOn, today)) : formatDayRange(startsOn ?? dueOn, dueOn)
}

function urgencyOf(days: number): Due['urgency'] {
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days < 3 ? 'soon' : 'none'
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
