import { dayNumber, err, ok, type PlainDate, type Refusal, type Result } from '@millrace/core/kernel'
import type { DateOrder } from './date-order.ts'
import { isWeekday, monthByName } from './month-names.ts'

/** A date as a person or program wrote it; the parts that were not written are `undefined`. */
export type ParsedDate = {
  readonly date: PlainDate
  /** Local time of day, `HH:MM:SS`; fractions of a second are dropped. */
  readonly time: string | undefined
  /** Minutes east of UTC, when the text says so (`Z` is 0). */
  readonly offsetMin: number | undefined
}

/** How to read what the text alone does not say. */
export type DateOptions = {
  /** Order of day and month in `03/04/2026`. Without it such dates are refused. */
  readonly order?: DateOrder
  /** Two-digit years below this are 20xx, others 19xx. 69 unless given (POSIX `strptime`, `%y`). */
  readonly pivot?: number
}

const DEFAULT_PIVOT = 69
const LONGEST_DATE = 64
const FIRST_YEAR = 1900
const LAST_YEAR = 2200

const TIME_PART =
  /(?:[T\s]|,\s|\s-\s|\sum\s|\sat\s|\sà\s)\s*(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?(?:\s*Uhr)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NUMERIC = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\.?$/
const DAY_NAME_YEAR =
  /^(?<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s/-]*(?:de |of )?(?<month>\p{L}{3,12})\.?[\s/,-]*(?:de |del )?'?(?<year>\d{4}|\d{2})(?:\s?г\.?)?$/iu
const NAME_DAY_YEAR =
  /^(?<month>\p{L}{3,12})\.?[\s-]+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|-)'?(?<year>\d{4}|\d{2})$/iu
const LEADING_WORD = /^(\p{L}{2,12})\.?,?\s+(?=\S)/u

type Day = { readonly year: string; readonly month: number; readonly day: number }

/**
 * Reads a date in the forms found in exported tables: ISO 8601 with or without time and zone,
 * `31.12.2026`, `31/12/2026`, `12/31/2026`, `31-12-26`, `2026/12/31`, `20261231`, `31 Dec 2026`,
 * `Dec 31, 2026`, `31. Dezember 2026`, `31 décembre 2026`, `Thu 31/12/26`, RFC 5322 dates.
 *
 * @returns refusals: `dates.unreadable`, `dates.order_unknown` (needs `options.order`),
 *   `dates.no_such_day`, `dates.bad_time`, `dates.year_out_of_range` (outside 1900..2200)
 */
export function parseDate(text: string, options: DateOptions = {}): Result<ParsedDate> {
  if (text.length > LONGEST_DATE) return refuse('dates.unreadable', text)
  const plain = text.replace(/\s+/g, ' ').trim()
  const clock = splitClock(plain)
  if (clock === 'bad') return refuse('dates.bad_time', text)
  const written = clock === undefined ? plain : plain.slice(0, clock.index).replace(/,$/, '')
  const day = readDay(dropWeekday(written), options.order)
  if (typeof day === 'string') return refuse(day, text)
  const date = checkDay(day, options.pivot ?? DEFAULT_PIVOT, text)
  if (!date.ok) return date
  return ok({ date: date.value, time: clock?.time, offsetMin: clock?.offsetMin })
}

function readDay(
  text: string,
  order: DateOrder | undefined,
): Day | 'dates.unreadable' | 'dates.order_unknown' {
  return yearFirst(text) ?? named(text) ?? numeric(text, order) ?? 'dates.unreadable'
}

function refuse(code: string, text: string): { readonly ok: false; readonly refusal: Refusal } {
  return err({ code, params: { text: text.slice(0, LONGEST_DATE) } })
}

function dropWeekday(text: string): string {
  const word = LEADING_WORD.exec(text)
  if (word === null || !isWeekday(word[1] ?? '') || monthByName(word[1] ?? '') !== undefined) return text
  return text.slice(word[0].length)
}

function yearFirst(text: string): Day | undefined {
  const iso = YEAR_FIRST.exec(text)
  if (iso !== null) return { year: iso[1] ?? '', month: Number(iso[3]), day: Number(iso[4]) }
  const compact = COMPACT.exec(text)
  if (compact === null) return undefined
  return { year: compact[1] ?? '', month: Number(compact[2]), day: Number(compact[3]) }
}

function named(text: string): Day | undefined {
  const groups = (DAY_NAME_YEAR.exec(text) ?? NAME_DAY_YEAR.exec(text))?.groups
  const month = monthByName(groups?.['month'] ?? '')
  if (groups === undefined || month === undefined) return undefined
  return { year: groups['year'] ?? '', month, day: Number(groups['day']) }
}

function numeric(text: string, order: DateOrder | undefined): Day | 'dates.order_unknown' | undefined {
  const match = NUMERIC.exec(text)
  if (match === null) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[3]), match[4] ?? '']
  const decided = order ?? orderByValue(first, second)
  if (decided === undefined) return 'dates.order_unknown'
  return decided === 'day-month' ? { year, month: second, day: first } : { year, month: first, day: second }
}

/** The order when only one fits; equal numbers mean the same day either way. */
function orderByValue(first: number, second: number): DateOrder | undefined {
  if (first === second || first > 12) return 'day-month'
  return second > 12 ? 'month-day' : undefined
}

function checkDay(day: Day, pivot: number, text: string): Result<PlainDate> {
  const written = Number(day.year)
  const century = written < pivot ? 2000 : 1900
  const year = day.year.length === 2 ? written + century : written
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return err({ code: 'dates.year_out_of_range', params: { text, year } })
  }
  const date = `${year}-${twoDigits(day.month)}-${twoDigits(day.day)}`
  return dayNumber(date) === undefined ? refuse('dates.no_such_day', text) : ok(date)
}

/** The time of day behind a date, with the place where it begins; `bad` for 25:00 or 13 pm. */
function splitClock(
  text: string,
):
  | { readonly index: number; readonly time: string; readonly offsetMin: number | undefined }
  | 'bad'
  | undefined {
  const match = TIME_PART.exec(text)
  if (match === null) return undefined
  const time = parseClock(match)
  return time === undefined ? 'bad' : { index: match.index, time, offsetMin: parseOffset(match[5]) }
}

function parseClock(match: RegExpExecArray): string | undefined {
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)]
  const written = Number(match[1])
  const half = match[4]?.[0]?.toLowerCase()
  if (half !== undefined && (written < 1 || written > 12)) return undefined
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`
}

function parseOffset(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (/^[a-z]/i.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return zone[0] === '-' ? -minutes : minutes
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
