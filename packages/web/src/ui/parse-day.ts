import { addDays, isPlainDate, plainDate } from '@millrace/core/kernel'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const MONTHS = [
  ...(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'] as const),
  ...(['september', 'october', 'november', 'december'] as const),
]
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 }

/**
 * A calendar day from what people type: `today`, `tomorrow`, `fri`, `+3d`, `in 2 weeks`, `14 dec`,
 * `14.12.`, `14/12/2026`, `2026-12-14`. Day comes before month. A day without year is the next one to come.
 *
 * @param today `YYYY-MM-DD` in the person's time zone
 * @returns `YYYY-MM-DD`, or null when it is no day
 */
export function parseDay(text: string, today: string): string | null {
  const words = text.trim().toLowerCase()
  if (isPlainDate(words)) return words
  if (words === 'today' || words === 'tod') return today
  if (words === 'tomorrow' || words === 'tom') return addDays(today, 1)
  if (words === 'yesterday') return addDays(today, -1)
  return parseOffset(words, today) ?? parseWeekday(words, today) ?? parseDayAndMonth(words, today)
}

function parseOffset(words: string, today: string): string | null {
  const parts = /^(?:\+|in )?(\d{1,3}) ?(d|w|m)(?:ays?|eeks?|onths?)?$/.exec(words)
  if (!parts) return null
  return addDays(today, Number(parts[1]) * (UNIT_DAYS[parts[2] ?? 'd'] ?? 1))
}

function parseWeekday(words: string, today: string): string | null {
  const name = words.replace(/^(next|on) /, '')
  if (name.length < 3) return null
  const wanted = WEEKDAYS.findIndex((day) => day.startsWith(name))
  if (wanted === -1) return null
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  const ahead = (wanted - now + 7) % 7
  return addDays(today, ahead === 0 ? 7 : ahead)
}

function parseDayAndMonth(words: string, today: string): string | null {
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-]?(\d{4})?$/.exec(words)
  const named = /^(\d{1,2})\.? ?([a-z]{3,})\.?,? ?(\d{4})?$/.exec(words)
  const parts = numeric ?? named
  if (!parts) return null
  const month = numeric ? Number(parts[2]) : MONTHS.findIndex((name) => name.startsWith(parts[2] ?? '')) + 1
  const year = parts[3] === undefined ? null : Number(parts[3])
  const thisYear = Number(today.slice(0, 4))
  const date = dateOf(year ?? thisYear, month, Number(parts[1]))
  if (date === null || year !== null || date >= today) return date
  return dateOf(thisYear + 1, month, Number(parts[1]))
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
