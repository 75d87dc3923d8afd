/** A moment, as milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A calendar day without time zone, `YYYY-MM-DD`. */
export type PlainDate = string

/** A length of working time, in minutes of a calendar's open time. */
export type WorkingMinutes = number

const DAY_MS = 86_400_000
const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01 of a calendar day; `undefined` when there is no such day (2026-02-30). */
export function dayNumber(date: PlainDate): number | undefined {
  const parts = PLAIN_DATE.exec(date)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const utc = new Date(Date.UTC(year, month - 1, day))
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day
  return exists ? Math.floor(utc.getTime() / DAY_MS) : undefined
}

/** The calendar day that lies `number` days after 1970-01-01. */
export function plainDate(number: number): PlainDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The calendar day `days` after (or before, when negative) the given one. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const number = dayNumber(date)
  if (number === undefined) throw new RangeError(`not a calendar day: ${date}`)
  return plainDate(number + days)
}

/** Whether the text is an existing day between 1900 and 2200, the span that plans may use. */
export function isPlainDate(text: string): boolean {
  return text >= '1900-01-01' && text <= '2200-12-31' && dayNumber(text) !== undefined
}
