import { nextDay, type RecurrenceRule, type Weekday, weekdayOf } from '@millrace/core/kernel'
import { beginRecurrence, type RecurrenceEnd } from '@millrace/core/work'

/** How something repeats, while it is being said. */
export type RepeatDraft = {
  readonly basis: 'due' | 'done'
  readonly every: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly weekdays: readonly Weekday[]
  readonly monthBy: 'day' | 'weekday'
  readonly day: number
  readonly nth: 1 | 2 | 3 | 4 | -1
  readonly weekday: Weekday
  readonly ends: RecurrenceEnd
}

type Months = Partial<Pick<RepeatDraft, 'monthBy' | 'day' | 'nth' | 'weekday'>>

/** What a dialog begins with: a rule that is there, or every week on the weekday of the item. */
export function draftOf(rule: RecurrenceRule | null, ends: RecurrenceEnd, day: string): RepeatDraft {
  const weekday = weekdayOf(day)
  const inMonth = Number(day.slice(8))
  const usual: RepeatDraft = {
    basis: rule?.kind === 'afterDone' ? 'done' : 'due',
    every: rule?.every ?? 1,
    unit: unitOf(rule),
    weekdays: rule?.kind === 'weekly' ? rule.weekdays : [weekday],
    monthBy: 'day',
    day: inMonth,
    nth: nthOf(inMonth),
    weekday,
    ends,
  }
  return { ...usual, ...monthsOf(rule) }
}

function unitOf(rule: RecurrenceRule | null): RepeatDraft['unit'] {
  switch (rule?.kind) {
    case 'daily':
      return 'day'
    case 'monthlyDay':
    case 'monthlyWeekday':
      return 'month'
    case 'yearly':
      return 'year'
    case 'afterDone':
      return rule.unit
    default:
      return 'week'
  }
}

function monthsOf(rule: RecurrenceRule | null): Months {
  if (rule?.kind === 'monthlyDay') return { day: rule.day }
  return rule?.kind === 'monthlyWeekday' ? { monthBy: 'weekday', nth: rule.nth, weekday: rule.weekday } : {}
}

function nthOf(day: number): RepeatDraft['nth'] {
  return ([1, 2, 3, 4] as const)[Math.ceil(day / 7) - 1] ?? -1
}

/** The rule that a draft says; null while something is missing. A year goes by the day of the item. */
export function ruleOf(draft: RepeatDraft, day: string): RecurrenceRule | null {
  const { basis, every, unit, weekdays } = draft
  if (!Number.isInteger(every) || every < 1 || every > 366) return null
  if (basis === 'done') return { kind: 'afterDone', every, unit: unit === 'year' ? 'month' : unit }
  switch (unit) {
    case 'day':
      return { kind: 'daily', every }
    case 'week':
      return weekdays.length === 0 ? null : { kind: 'weekly', every, weekdays }
    case 'month':
      return draft.monthBy === 'day'
        ? { kind: 'monthlyDay', every, day: draft.day }
        : { kind: 'monthlyWeekday', every, nth: draft.nth, weekday: draft.weekday }
    default:
      return { kind: 'yearly', every, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }
  }
}

/** The days that would follow, at most so many; empty when nothing would. */
export function upcoming(
  wish: { readonly rule: RecurrenceRule; readonly ends: RecurrenceEnd; readonly dayOn: string | null },
  at: { readonly today: string; readonly weekStart: number; readonly count: number },
): readonly string[] {
  const begun = beginRecurrence({ id: '', itemId: '', ...wish }, at)
  if (!begun.ok || wish.rule.kind === 'afterDone') return []
  const frame = { anchorOn: begun.value.anchorOn, weekStart: at.weekStart }
  const count = wish.ends.kind === 'after' ? Math.min(at.count, wish.ends.times - 1) : at.count
  const days: string[] = []
  let day: string | null = begun.value.dayOn
  while (day !== null && days.length < count) {
    day = nextDay(wish.rule, day, frame)
    if (day === null || (wish.ends.kind === 'on' && day > wish.ends.day)) return days
    days.push(day)
  }
  return days
}
