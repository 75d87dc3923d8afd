import { languageFacts } from '../platform/language/index.ts'
import { dayOf } from '../platform/time-zone.ts'
import { formatUnit } from './format-span.ts'
import { texts } from './texts.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const instant = format({ dateStyle: 'medium', timeStyle: 'short' })
const day = format({ day: 'numeric', month: 'short', timeZone: 'UTC' })
const dayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const month = format({ month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = format({ month: 'short', timeZone: 'UTC' })
const weekdayShort = format({ weekday: 'short', timeZone: 'UTC' })
const fullDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const weekday = format({ weekday: 'long', timeZone: 'UTC' })
const range = formatRange({ day: 'numeric', month: 'short', timeZone: 'UTC' })
const rangeOfYear = formatRange({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Made when it is first needed: each takes more than 10 ms to make. */
function format(options: Intl.DateTimeFormatOptions): (at: number | Date) => string {
  let made: Intl.DateTimeFormat | undefined
  return (at) => {
    made ??= new Intl.DateTimeFormat(languageFacts.locale, options)
    return made.format(at)
  }
}

function formatRange(options: Intl.DateTimeFormatOptions): (from: Date, to: Date) => string {
  let made: Intl.DateTimeFormat | undefined
  return (from, to) => {
    made ??= new Intl.DateTimeFormat(languageFacts.locale, options)
    return made.formatRange(from, to)
  }
}

/** A moment with date and time, in the browser's time zone. */
export function formatInstant(at: number): string {
  return instant(at)
}

/** A moment with its day of the week where somebody's clocks stand: `Mon 7 Dec 2026, 09:00`. */
export function formatInstantOfWeek(at: number, timeZone: string): string {
  const options = {
    ...({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit' } as const),
  }
  return new Intl.DateTimeFormat(languageFacts.locale, { ...options, timeZone }).format(at)
}

/** `now`, `4 min ago`, `3 h ago`, `2 d ago`, then the date in the time zone. */
export function formatSince(at: number, now: number, timeZone: string): string {
  const passed = now - at
  if (passed < MINUTE_MS) return texts.now
  if (passed < HOUR_MS) return texts.ago(formatUnit(Math.floor(passed / MINUTE_MS), 'minutes'))
  if (passed < DAY_MS) return texts.ago(formatUnit(Math.floor(passed / HOUR_MS), 'hours'))
  if (passed < 14 * DAY_MS) return texts.ago(formatUnit(Math.floor(passed / DAY_MS), 'days'))
  return formatDay(dayOf(at, timeZone), now)
}

/** A calendar day (`YYYY-MM-DD`) as `14 Dec`, with the year when it is not this one. */
export function formatDay(date: string, now: number = Date.now()): string {
  const at = new Date(`${date}T00:00:00Z`)
  const isThisYear = date.slice(0, 4) === String(new Date(now).getUTCFullYear())
  return (isThisYear ? day : dayOfYear)(at)
}

/** A calendar day as people say it near today: `yesterday`, `today`, `tomorrow`, `Friday`, else `14 Dec`. */
export function formatDayInWords(date: string, today: string): string {
  const distance = (Date.parse(date) - Date.parse(today)) / DAY_MS
  if (distance === -1) return texts.dayInWords.yesterday
  if (distance === 0) return texts.dayInWords.today
  if (distance === 1) return texts.dayInWords.tomorrow
  if (distance > 1 && distance < 7) return weekday(new Date(`${date}T00:00:00Z`))
  return formatDay(date, Date.parse(today))
}

/** The month of a calendar day: `December 2026`. */
export function formatMonth(date: string): string {
  return month(new Date(`${date}T00:00:00Z`))
}

/** The month of a calendar day without its year: `Dec`. */
export function formatMonthName(date: string): string {
  return monthName(new Date(`${date.slice(0, 10)}T00:00:00Z`))
}

/** The weekday of a calendar day in three letters: `Mon`. */
export function formatWeekday(date: string): string {
  return weekdayShort(new Date(`${date}T00:00:00Z`))
}

/** A calendar day with everything about it: `Monday 14 December 2026`. */
export function formatFullDay(date: string): string {
  return fullDay(new Date(`${date}T00:00:00Z`))
}

/** A span of days: `14-19 Dec`, `28 Dec - 3 Jan`. */
export function formatDayRange(from: string, to: string, now: number = Date.now()): string {
  if (from === to) return formatDay(from, now)
  const isThisYear = [from, to].every((date) => date.slice(0, 4) === String(new Date(now).getUTCFullYear()))
  return (isThisYear ? range : rangeOfYear)(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}
