import { isPlainDate } from '@millrace/core/kernel'

/** A local date and time without zone, `YYYY-MM-DDTHH:MM:SS`; the day lies in 1900..2200. */
export type PlainDateTime = string

const PLAIN_TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** Whether the text is an existing day between 1900 and 2200 with a time of day (ISO 8601-1 §5.4). */
export function isPlainDateTime(text: string): boolean {
  return (
    text.length === 19 && text[10] === 'T' && isPlainDate(text.slice(0, 10)) && isPlainTime(text.slice(11))
  )
}

/** Whether the text is a time of day `HH:MM:SS`, 00:00:00 to 23:59:59. */
export function isPlainTime(text: string): boolean {
  return PLAIN_TIME.test(text)
}
