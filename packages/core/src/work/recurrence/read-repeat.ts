import {
  EVERY_MAX,
  type PlainDate,
  type RecurrenceRule,
  type Weekday,
  weekdayOf,
} from '../../kernel/index.ts'
import { foldText } from '../query/fold.ts'
import { firstDay, type RecurrenceContext } from './recurrence.ts'
import { REPEAT_WORDS as WORDS } from './repeat-words.ts'

/** What words say about repeating: how, and the day of the first one. */
export type RepeatReading = { readonly rule: RecurrenceRule; readonly dayOn: PlainDate }

/** The day that a line names besides, from which the rest is understood; null: none. */
export type RepeatContext = RecurrenceContext & { readonly day: PlainDate | null }

/** More words than any way to say it takes: `every second monday and thursday of the month`. */
export const REPEAT_WORDS_MAX = 9

/**
 * Reads `daily`, `every monday and thursday`, `every 2 weeks`, `every other friday`, `every 15th`, `every last
 * friday of the month`, `every 14 december`, `every! 3 days` (counted from when it is done), and the same in the
 * other languages of `repeat-words.ts`.
 *
 * `every second monday` is every two weeks, as most people mean it; `of the month` makes it the second one there.
 *
 * @returns null when the words say nothing of the kind
 */
export function readRepeat(text: string, context: RepeatContext): RepeatReading | null {
  const words = foldText(text).replaceAll(',', ' , ').split(/\s+/).filter(Boolean)
  const [from, after] = [context.day ?? context.today, stripAfterDone(words)]
  const rule = after === null ? readRule(words, from) : readAfterDone(after)
  if (rule === null || rule.every < 1 || rule.every > EVERY_MAX) return null
  return { rule, dayOn: context.day ?? firstDay(rule, context) ?? context.today }
}

/** The words without those that say that completion counts; null when there are none. */
function stripAfterDone(words: readonly string[]): readonly string[] | null {
  const [first = ''] = words
  if (first.endsWith('!')) return [first.slice(0, -1), ...words.slice(1)]
  const all = words.join(' ')
  const ending = WORDS.afterDone.find((each) => all.endsWith(` ${each}`))
  return ending === undefined ? null : words.slice(0, -ending.split(' ').length)
}

function readAfterDone(words: readonly string[]): RecurrenceRule | null {
  if (!WORDS.every.includes(words[0] ?? '')) return null
  const [every, rest] = readCount(words.slice(1))
  const unit = unitOf(rest)
  return unit === null || unit === 'year' ? null : { kind: 'afterDone', every, unit }
}

function readRule(words: readonly string[], from: PlainDate): RecurrenceRule | null {
  const [first = '', ...rest] = words
  if (rest.length === 0) return readAdverb(first, from)
  if (!WORDS.every.includes(first)) return null
  if (rest.length === 1 && WORDS.workday.includes(rest[0] ?? ''))
    return { kind: 'weekly', every: 1, weekdays: [1, 2, 3, 4, 5] }
  return readInMonth(rest) ?? readInYear(rest) ?? readEvery(rest, from)
}

function readAdverb(word: string, from: PlainDate): RecurrenceRule | null {
  const unit = WORDS.adverbs.get(word)
  if (unit !== undefined) return byUnit(unit, 1, from)
  const weekday = WORDS.onWeekdays.get(word)
  return weekday === undefined ? null : { kind: 'weekly', every: 1, weekdays: [weekday] }
}

/** `2 weeks`, `other friday`, `monday and thursday`. */
function readEvery(words: readonly string[], from: PlainDate): RecurrenceRule | null {
  const [every, rest] = readCount(words)
  const unit = unitOf(rest)
  if (unit !== null) return byUnit(unit, every, from)
  const weekdays = readWeekdays(rest)
  if (weekdays !== null) return { kind: 'weekly', every, weekdays }
  // `every 2 weeks on friday`, `every month on the 15th`.
  const on = rest.findIndex((word) => WORDS.on.includes(word))
  const counted = on < 1 ? null : unitOf(rest.slice(0, on))
  const said = rest.slice(on).filter((word) => !WORDS.on.includes(word) && !WORDS.the.includes(word))
  const onDays = counted === 'week' ? readWeekdays(said) : null
  if (onDays !== null) return { kind: 'weekly', every, weekdays: onDays }
  const inMonth = counted === 'month' ? readPlace(said) : null
  return inMonth && { ...inMonth, every }
}

/** `15th`, `first monday`, `second monday of the month`. */
function readInMonth(words: readonly string[]): RecurrenceRule | null {
  const said = words.join(' ')
  const ending = WORDS.ofTheMonth.find((each) => said.endsWith(` ${each}`))
  const place = ending === undefined ? words : words.slice(0, -ending.split(' ').length)
  const [first = ''] = place
  const isCertain = ending !== undefined || WORDS.placeAlone.includes(first) || isDayOfMonth(place)
  return isCertain ? readPlace(place) : null
}

const isDayOfMonth = (words: readonly string[]) =>
  words.length === 1 && /^\d{1,2}(?:st|nd|rd|th|\.)$/.test(words[0] ?? '')

type InMonth = Extract<RecurrenceRule, { kind: 'monthlyDay' | 'monthlyWeekday' }>

function readPlace(words: readonly string[]): InMonth | null {
  const [first = '', second, ...more] = words
  if (second === undefined) {
    const day = dayOfMonth(first)
    return day === null ? null : { kind: 'monthlyDay', every: 1, day }
  }
  const nth = WORDS.ordinals.get(first)
  if (nth === undefined || more.length > 0) return null
  if (WORDS.units.get(second) === 'day') return { kind: 'monthlyDay', every: 1, day: nth === -1 ? 31 : nth }
  const weekday = WORDS.weekdays.get(second)
  return weekday === undefined ? null : { kind: 'monthlyWeekday', every: 1, nth, weekday }
}

/** `15`, `15.`, `15th`. */
function dayOfMonth(word: string): number | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(word)?.[1] ?? 0)
  return day >= 1 && day <= 31 ? day : null
}

/** `14 december`, `december 14`. */
function readInYear(words: readonly string[]): RecurrenceRule | null {
  if (words.length !== 2) return null
  const [first = '', second = ''] = words
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first]
  const monthNumber = WORDS.months.get(month)
  const inMonth = dayOfMonth(day)
  if (monthNumber === undefined || inMonth === null) return null
  return { kind: 'yearly', every: 1, month: monthNumber, day: inMonth }
}

/** How many of what follows, one when nothing is said. */
function readCount(words: readonly string[]): readonly [number, readonly string[]] {
  const [first = '', ...rest] = words
  if (/^\d{1,3}$/.test(first)) return [Number(first), rest]
  const count = WORDS.counts.get(first)
  return count === undefined ? [1, words] : [count, rest]
}

function unitOf(words: readonly string[]): 'day' | 'week' | 'month' | 'year' | null {
  return words.length === 1 ? (WORDS.units.get(words[0] ?? '') ?? null) : null
}

function readWeekdays(words: readonly string[]): readonly Weekday[] | null {
  const found = new Set<Weekday>()
  for (const [at, word] of words.entries()) {
    const isBetween = at > 0 && at < words.length - 1 && WORDS.and.includes(word)
    const weekday = WORDS.weekdays.get(word)
    if (weekday !== undefined) found.add(weekday)
    else if (!isBetween) return null
  }
  return found.size === 0 ? null : [...found].toSorted((a, b) => a - b)
}

function byUnit(unit: 'day' | 'week' | 'month' | 'year', every: number, from: PlainDate): RecurrenceRule {
  const [month, day] = [Number(from.slice(5, 7)), Number(from.slice(8))]
  switch (unit) {
    case 'day':
      return { kind: 'daily', every }
    case 'week':
      return { kind: 'weekly', every, weekdays: [weekdayOf(from)] }
    case 'month':
      return { kind: 'monthlyDay', every, day }
    default:
      return { kind: 'yearly', every, month, day }
  }
}
