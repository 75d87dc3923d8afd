import { addDays, dayNumber, isPlainDate, type PlainDate, plainDate } from '@millrace/core/kernel'

/** The calendar day it is at a moment in a time zone. */
export function dayAt(moment: number, timeZone: string): PlainDate {
  // The Swedish locale writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment)
}

/** Days from `today` until the day; negative when it has passed. */
export function daysUntil(day: PlainDate, today: PlainDate): number {
  return (dayNumber(day) ?? 0) - (dayNumber(today) ?? 0)
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
const DAY_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const FULL = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const LONG = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day in few letters: Today, Tomorrow, Fri, 14 Mar, 14 Mar 2028. */
export function dayInWords(day: PlainDate, today: PlainDate): string {
  const days = daysUntil(day, today)
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  if (days === -1) return 'Yesterday'
  if (days > 1 && days < 7) return WEEKDAY.format(utc(day))
  return day.slice(0, 4) === today.slice(0, 4) ? DAY_MONTH.format(utc(day)) : FULL.format(utc(day))
}

/** A day in full, for tooltips and for those who listen: Friday, 14 March 2028. */
export function dayInFull(day: PlainDate): string {
  return LONG.format(utc(day))
}

/** Two days as a range: 12-14 Mar, 28 Feb - 3 Mar. One of them alone is written as a day. */
export function rangeInWords(startsOn: PlainDate | null, dueOn: PlainDate | null, today: PlainDate): string {
  if (dueOn === null) return startsOn === null ? '' : `from ${dayInWords(startsOn, today)}`
  if (startsOn === null || startsOn === dueOn) return dayInWords(dueOn, today)
  const isSameMonth = startsOn.slice(0, 7) === dueOn.slice(0, 7)
  const end = dayInWords(dueOn, today)
  const isPlain = /^\d/.test(end)
  if (isSameMonth && isPlain) return `${Number(startsOn.slice(8))}–${end}`
  const start = isPlain ? dayOfYear(startsOn, dueOn, today) : dayInWords(startsOn, today)
  return `${start} – ${end}`
}

function dayOfYear(startsOn: PlainDate, dueOn: PlainDate, today: PlainDate): string {
  const isSameYear = startsOn.slice(0, 4) === dueOn.slice(0, 4)
  return isSameYear ? DAY_MONTH.format(utc(startsOn)) : dayInWords(startsOn, today)
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  tod: 0,
  now: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
}

/**
 * Reads a day the way people write it: 2028-03-14, 14.3., 14 mar, mar 14, fri, tomorrow, +3d, 2w,
 * next week, end of month.
 *
 * @returns undefined when the text is no day
 */
export function readDay(text: string, today: PlainDate): PlainDate | undefined {
  const words = text.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ')
  const found =
    readNamed(words, today) ??
    readShift(words, today) ??
    readWeekday(words, today) ??
    readWritten(words, today)
  return found !== undefined && isPlainDate(found) ? found : undefined
}

function readNamed(words: string, today: PlainDate): PlainDate | undefined {
  if (isPlainDate(words)) return words
  const named = NAMED[words]
  if (named !== undefined) return addDays(today, named)
  if (words === 'next week') return nextWeekday(today, 1)
  if (words === 'end of week') return nextWeekday(addDays(today, -1), 5)
  if (words !== 'end of month') return undefined
  const [year, month] = today.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

function readShift(words: string, today: PlainDate): PlainDate | undefined {
  const parts = /^(?:in )?([+-]?\d{1,4}) ?(d|days?|w|weeks?|m|months?)$/.exec(words)
  if (!parts) return undefined
  const amount = Number(parts[1])
  const unit = parts[2]?.[0]
  if (unit !== 'm') return addDays(today, unit === 'w' ? amount * 7 : amount)
  const [year, month, day] = today.split('-').map(Number)
  const moved = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + amount, day ?? 1))
  return moved.toISOString().slice(0, 10)
}

function readWeekday(words: string, today: PlainDate): PlainDate | undefined {
  const weekday = WEEKDAYS.findIndex((name) => words.replace(/^next /, '').startsWith(name))
  if (weekday < 0 || !/^(next )?[a-z]+$/.test(words)) return undefined
  return nextWeekday(today, weekday)
}

/** The first such weekday after a day. */
function nextWeekday(day: PlainDate, weekday: number): PlainDate {
  const now = utc(day).getUTCDay()
  return addDays(day, ((weekday - now + 6) % 7) + 1)
}

function readWritten(words: string, today: PlainDate): PlainDate | undefined {
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?$/.exec(words)
  if (dotted) return written(dotted[1], Number(dotted[2]), { year: dotted[3], today })
  const dayFirst = /^(\d{1,2})\.? ?([a-z]{3,})\.?(?: (\d{4}))?$/.exec(words)
  if (dayFirst) return written(dayFirst[1], monthOf(dayFirst[2]), { year: dayFirst[3], today })
  const monthFirst = /^([a-z]{3,}) (\d{1,2})(?: (\d{4}))?$/.exec(words)
  if (monthFirst) return written(monthFirst[2], monthOf(monthFirst[1]), { year: monthFirst[3], today })
  return undefined
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3)) + 1
}

/** Without a year the nearest such day that is not long past is meant. */
function written(
  day: string | undefined,
  month: number,
  when: { readonly year: string | undefined; readonly today: PlainDate },
): PlainDate | undefined {
  if (month < 1 || month > 12) return undefined
  const compose = (year: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const thisYear = Number(when.today.slice(0, 4))
  if (when.year !== undefined)
    return compose(when.year.length === 2 ? 2000 + Number(when.year) : Number(when.year))
  const near = compose(thisYear)
  const number = dayNumber(near)
  if (number === undefined) return undefined
  return daysUntil(near, when.today) < -90 ? compose(thisYear + 1) : plainDate(number)
}

function utc(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`)
}
