import type { RecurrenceView } from '@millrace/contract'
import type { RecurrenceRule } from '@millrace/core/kernel'
import { formatDay } from '../../../ui/index.ts'
import { textsRepeat as words } from '../texts-repeat.ts'

/** A rule as people say it: `every second Monday`, `on the 15th of every month`, `3 days after it is done`. */
export function ruleInWords(rule: RecurrenceRule): string {
  switch (rule.kind) {
    case 'daily':
      return words.daily(rule.every)
    case 'weekly': {
      const days = rule.weekdays.toSorted((a, b) => a - b)
      if (rule.every === 1 && days.join('') === '12345') return words.weekdays
      return words.weekly(rule.every, words.and(days.map(words.weekday)), days.length === 1)
    }
    case 'monthlyDay':
      return words.monthly(rule.every, words.dayOfMonth(rule.day))
    case 'monthlyWeekday':
      return words.monthly(rule.every, words.place(rule.nth, words.weekday(rule.weekday)))
    case 'yearly':
      return words.yearly(rule.every, rule.day, words.month(rule.month))
    default:
      return words.afterDone(rule.every, rule.unit)
  }
}

/** A series as people say it, with its end. */
export function seriesInWords({
  rule,
  ends,
  number,
}: Pick<RecurrenceView, 'rule' | 'ends' | 'number'>): string {
  const said = ruleInWords(rule)
  if (ends.kind === 'on') return words.until(said, formatDay(ends.day))
  return ends.kind === 'after' ? words.times(said, number, ends.times) : said
}
