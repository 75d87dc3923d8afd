import { addDays, dayNumber, isPlainDate, type PlainDate } from '../../kernel/index.ts'

/** What relative days are counted from. `weekStart` is 1 for Monday to 7 for Sunday. */
export type DayContext = { readonly today: PlainDate; readonly weekStart: number }

/** The words that stand for a day. */
export const DAY_WORDS = [
  'today',
  'yesterday',
  'tomorrow',
  'startOfWeek',
  'endOfWeek',
  'startOfMonth',
  'endOfMonth',
  'startOfQuarter',
  'endOfQuarter',
  'startOfYear',
  'endOfYear',
] as const
type DayWord = (typeof DAY_WORDS)[number]

const RELATIVE = /^([a-z]+)(?:([+-]\d{1,5})([dwmy]))?$/i

/**
 * The day that a value means: `2026-05-17`, or one of `DAY_WORDS` with an optional shift such as
 * `+7d`, `-2w`, `+1m`, `-1y`. Days and weeks are added to the day found; months and years to today
 * before, so that `endOfMonth+1m` is the end of next month. A day that a month lacks is its last.
 *
 * @returns null when it means no day between 1900 and 2200
 */
export function readDate(text: string, context: DayContext): PlainDate | null {
  if (isPlainDate(text)) return text
  const [, word = '', amount = '0', unit = 'd'] = RELATIVE.exec(text) ?? []
  const anchor = DAY_WORDS.find((known) => known.toLowerCase() === word.toLowerCase())
  if (anchor === undefined) return null
  const count = Number(amount)
  const from = shiftMonths(context.today, monthsOf(count, unit.toLowerCase()))
  if (!isPlainDate(from)) return null
  const day = addDays(anchorDay(anchor, from, context.weekStart), daysOf(count, unit.toLowerCase()))
  return isPlainDate(day) ? day : null
}

function monthsOf(count: number, unit: string): number {
  if (unit === 'm') return count
  return unit === 'y' ? count * 12 : 0
}

function daysOf(count: number, unit: string): number {
  if (unit === 'd') return count
  return unit === 'w' ? count * 7 : 0
}

function shiftMonths(day: PlainDate, months: number): PlainDate {
  if (months === 0) return day
  const shifted = yearOf(day) * 12 + monthOf(day) + months
  const [year, month] = [Math.floor(shifted / 12), shifted % 12]
  return dateOf(year, month, Math.min(Number(day.slice(8)), lastOf(year, month)))
}

function anchorDay(anchor: DayWord, day: PlainDate, weekStart: number): PlainDate {
  const [year, month] = [yearOf(day), monthOf(day)]
  const quarter = month - (month % 3)
  switch (anchor) {
    case 'today':
      return day
    case 'yesterday':
      return addDays(day, -1)
    case 'tomorrow':
      return addDays(day, 1)
    case 'startOfWeek':
      return addDays(day, -daysIntoWeek(day, weekStart))
    case 'endOfWeek':
      return addDays(day, 6 - daysIntoWeek(day, weekStart))
    case 'startOfMonth':
      return dateOf(year, month, 1)
    case 'endOfMonth':
      return dateOf(year, month, lastOf(year, month))
    case 'startOfQuarter':
      return dateOf(year, quarter, 1)
    case 'endOfQuarter':
      return dateOf(year, quarter + 2, lastOf(year, quarter + 2))
    case 'startOfYear':
      return dateOf(year, 0, 1)
    case 'endOfYear':
      return dateOf(year, 11, 31)
  }
}

/** Day 0, 1970-01-01, was a Thursday: the fourth day counted from Monday. */
function daysIntoWeek(day: PlainDate, weekStart: number): number {
  const weekday = (((dayNumber(day) ?? 0) % 7) + 7 + 3) % 7
  return (weekday - (weekStart - 1) + 7) % 7
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

/** From 0 for January. */
function monthOf(day: PlainDate): number {
  return Number(day.slice(5, 7)) - 1
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
}

function dateOf(year: number, month: number, day: number): PlainDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(day, 2)}`
}
