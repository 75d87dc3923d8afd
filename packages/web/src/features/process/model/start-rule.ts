import { type RecurrenceRule, weekdayOf } from '@millrace/core/kernel'

/** How often something is started, seen from the day of the first start. */
export const START_PATTERNS = [
  'daily',
  'weekly',
  'monthlyDay',
  'monthlyWeekday',
  'monthlyLast',
  'yearly',
] as const
/** One of them. */
export type StartPattern = (typeof START_PATTERNS)[number]

/** The rule of a pattern for a first day. */
export function ruleOf(pattern: StartPattern, every: number, firstOn: string): RecurrenceRule {
  const day = Number(firstOn.slice(8))
  const weekday = weekdayOf(firstOn)
  switch (pattern) {
    case 'daily':
      return { kind: 'daily', every }
    case 'weekly':
      return { kind: 'weekly', every, weekdays: [weekday] }
    case 'monthlyDay':
      return { kind: 'monthlyDay', every, day }
    case 'monthlyWeekday':
      return {
        kind: 'monthlyWeekday',
        every,
        weekday,
        nth: ([1, 2, 3, 4] as const)[Math.ceil(day / 7) - 1] ?? -1,
      }
    case 'monthlyLast':
      return { kind: 'monthlyDay', every, day: 31 }
    case 'yearly':
      return { kind: 'yearly', every, month: Number(firstOn.slice(5, 7)), day }
  }
}

/** The pattern of a rule. */
export function patternOf(rule: RecurrenceRule): StartPattern {
  if (rule.kind === 'monthlyDay') return rule.day === 31 ? 'monthlyLast' : 'monthlyDay'
  return rule.kind === 'afterDone' ? 'daily' : rule.kind
}
