import { addDays, isPlainDate, plainDate } from '@millrace/core/kernel'
import { type DayWords, dayWords } from './day-words.ts'

/** Fewer letters begin too many names. */
const LETTERS_MIN = 2

/**
 * A calendar day from what people type: `today`, `tomorrow`, `fri`, `+3d`, `in 2 weeks`, `14 dec`,
 * `14.12.`, `14/12/2026`, `2026-12-14`, in the page's language and in English. Day comes before month. A
 * day without year is the next one to come.
 *
 * @param today `YYYY-MM-DD` in the person's time zone
 * @param languages how days are typed; the first that knows the text decides
 * @returns `YYYY-MM-DD`, or null when it is no day
 */
export function parseDay(
  text: string,
  today: string,
  languages: readonly DayWords[] = dayWords,
): string | null {
  const typed = text.trim().toLowerCase()
  if (isPlainDate(typed)) return typed
  for (const spoken of languages) {
    const day = parseIn(spoken, typed, today)
    if (day !== null) return day
  }
  return null
}

function parseIn(spoken: DayWords, typed: string, today: string): string | null {
  if (spoken.today.includes(typed)) return today
  if (spoken.tomorrow.includes(typed)) return addDays(today, 1)
  if (spoken.afterTomorrow.includes(typed)) return addDays(today, 2)
  if (spoken.yesterday.includes(typed)) return addDays(today, -1)
  return (
    parseOffset(spoken, typed, today) ??
    parseWeekday(spoken, typed, today) ??
    parseDayAndMonth(spoken, typed, today)
  )
}

function parseOffset({ ahead, units }: DayWords, typed: string, today: string): string | null {
  const parts = /^(?:\+|(\p{L}+) )?(\d{1,3}) ?(\p{L}+)$/u.exec(typed)
  const [, before, count = '', unit = ''] = parts ?? []
  if (!parts || (before !== undefined && !ahead.includes(before))) return null
  const days = units.day.includes(unit)
    ? 1
    : units.week.includes(unit)
      ? 7
      : units.month.includes(unit)
        ? 30
        : null
  return days === null ? null : addDays(today, Number(count) * days)
}

function parseWeekday({ next, weekdays }: DayWords, typed: string, today: string): string | null {
  const [first = '', second] = typed.split(' ')
  const name = second !== undefined && next.includes(first) ? typed.slice(first.length + 1) : typed
  const wanted = beginsOneOf(weekdays, name.replace(/\.$/, ''))
  if (wanted === null) return null
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  const ahead = (wanted - now + 7) % 7
  return addDays(today, ahead === 0 ? 7 : ahead)
}

function parseDayAndMonth({ months }: DayWords, typed: string, today: string): string | null {
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-]?(\d{4})?$/.exec(typed)
  const named = /^(\d{1,2})\.? ?(\p{L}{3,})\.?,? ?(\d{4})?$/u.exec(typed)
  const parts = numeric ?? named
  if (!parts) return null
  const month = numeric ? Number(parts[2]) : months.findIndex((name) => name.startsWith(parts[2] ?? '')) + 1
  const year = parts[3] === undefined ? null : Number(parts[3])
  const thisYear = Number(today.slice(0, 4))
  const date = dateOf(year ?? thisYear, month, Number(parts[1]))
  if (date === null || year !== null || date >= today) return date
  return dateOf(thisYear + 1, month, Number(parts[1]))
}

/** Which of the names a text begins, when it is the only one. */
function beginsOneOf(names: readonly string[], text: string): number | null {
  if (text.length < LETTERS_MIN) return null
  const found = names.findIndex((name) => name.startsWith(text))
  const isOnly = names.findLastIndex((name) => name.startsWith(text)) === found
  return found === -1 || !isOnly ? null : found
}

function dateOf(year: number, month: number, day: number): string | null {
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

/** The first day of the week that holds the given day; weeks start on an ISO 8601 weekday, 1 (Monday) to 7. */
export function startOfWeek(date: string, weekStart: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  const back = (new Date(at).getUTCDay() - weekStart + 14) % 7
  return plainDate(at / 86_400_000 - back)
}
