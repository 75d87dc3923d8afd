import { dayNumber, type Instant, type PlainDate } from '@millrace/core/kernel'

/** What stands in a cell. Texts are texts, whatever they begin with: nothing is taken for a formula. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  /** A count of days, shown as the day or moment it means. */
  | { readonly serial: number; readonly shownAs: 'day' | 'moment' }

/** 1 January 1970 in the count of spreadsheets, which begins with 1 January 1900. */
const DAYS_TO_1970 = 25_569
/** The calendar of spreadsheets has a 29 February 1900 that never was; before it the count is one less. */
const PHANTOM_DAY = 60
const DAY_MS = 86_400_000

/**
 * A calendar day that spreadsheets count with.
 *
 * @see ECMA-376-1 §18.17.4.1, date and time representation, 1900 system
 */
export function dayCell(date: PlainDate): SheetCell {
  const number = dayNumber(date)
  if (number === undefined) throw new RangeError(`not a calendar day: ${date}`)
  return { serial: serialOf(number), shownAs: 'day' }
}

/**
 * A moment that spreadsheets count with.
 *
 * @param local milliseconds since 1970-01-01T00:00 of the clock on the wall: spreadsheets know no zones
 */
export function momentCell(local: Instant): SheetCell {
  return { serial: serialOf(Math.floor(local / 1000) / (DAY_MS / 1000)), shownAs: 'moment' }
}

function serialOf(days: number): number {
  const serial = days + DAYS_TO_1970
  return serial <= PHANTOM_DAY ? serial - 1 : serial
}
