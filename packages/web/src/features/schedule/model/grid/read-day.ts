import { addDays } from '@millrace/core/kernel'

/** Which number of `3/4/2027` is the month. */
export type DayOrder = 'day-first' | 'month-first'

/** Reads a day as people type it in their language; null when it is none. */
export type ReadDay = (text: string) => string | null

/** The day before day 1 of spreadsheets, as their leap year that never was has it. */
const SERIAL_ZERO = '1899-12-30'
const NUMERIC = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/

/**
 * Reads a day as spreadsheets and planning programs write it: `Mon 3/1/27`, `Mo 01.03.2027 08:00`, `2027/03/01`,
 * `March 14, 2027`, `46447`; besides what people type.
 *
 * @param order how a day in numbers is read where both ways make one
 */
export function readPastedDay(text: string, readDay: ReadDay, order: DayOrder = 'day-first'): string | null {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?(\s?[ap]m)?$/i, '')
  const plain = day.replace(/^\p{L}{2,10}\.?,?\s+(?=\d)/u, '')
  if (/^\d{5}$/.test(plain)) return addDays(SERIAL_ZERO, Number(plain))
  const numbers = NUMERIC.exec(plain)
  if (numbers) return numericDay(numbers, readDay, order)
  return readDay(monthLast(day)) ?? readDay(plain) ?? readDay(text.trim())
}

/** `March 14, 2027` as `14 March 2027`. */
function monthLast(day: string): string {
  return day.replace(/^(\p{L}{3,})\.?\s+(\d{1,2})(?:,?\s*(\d{4}))?$/u, '$2 $1 $3').trim()
}

function numericDay(numbers: RegExpExecArray, readDay: ReadDay, order: DayOrder): string | null {
  const [, first = '', , second = '', third = ''] = numbers
  if (first.length === 4) return readDay(isoOf(first, second, third))
  const year = third.length === 2 ? `20${third}` : third
  const [one, other] = order === 'day-first' ? [second, first] : [first, second]
  return readDay(isoOf(year, one, other)) ?? readDay(isoOf(year, other, one))
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** How days in numbers are meant, judged by all of them: one whose second number is no month tells. */
export function orderOfDays(texts: readonly string[]): DayOrder {
  let order: DayOrder = 'day-first'
  for (const text of texts) {
    const [, first = '', mark, second = ''] = /^\D*(\d{1,2})([./-])(\d{1,2})\2\d/.exec(text.trim()) ?? []
    if (mark === undefined) continue
    if (Number(first) > 12) return 'day-first'
    if (Number(second) > 12) order = 'month-first'
  }
  return order
}
