import { err, ok, plainDate, type Result } from '@millrace/core/kernel'
import type { ParsedDate } from './date.ts'

/** Day number of 1899-12-31, day 0 of the spreadsheet calendar. */
const DAY_ZERO = -25_568
/** The spreadsheet calendar has a 29 February 1900 that never was (ECMA-376-1 §18.17.4.1). */
const PHANTOM_DAY = 60
/** 2200-12-31, the last day that plans may use. */
const LAST_SERIAL = 109_939
const DAY_SECONDS = 86_400

/**
 * Reads a spreadsheet's day count: 1 is 1900-01-01, 45,658 is 2025-01-01, the fraction is the time
 * of day, rounded to the second. A whole number has no time.
 *
 * @returns refusals: `dates.unreadable` (not a number), `dates.no_such_day` (60, the phantom
 *   29 February 1900), `dates.year_out_of_range`
 * @see ECMA-376-1 §18.17.4.1, date and time representation, 1900 system
 */
export function parseExcelSerial(text: string): Result<ParsedDate> {
  const written = text.trim()
  if (!/^\d{1,7}(?:[.,]\d{1,15})?$/.test(written)) {
    return err({ code: 'dates.unreadable', params: { text: text.slice(0, 64) } })
  }
  const seconds = Math.round(Number(written.replace(',', '.')) * DAY_SECONDS)
  const serial = Math.floor(seconds / DAY_SECONDS)
  if (serial < 1 || serial > LAST_SERIAL) {
    return err({ code: 'dates.year_out_of_range', params: { text: written } })
  }
  if (serial === PHANTOM_DAY) return err({ code: 'dates.no_such_day', params: { text: written } })
  const date = plainDate(DAY_ZERO + serial - (serial > PHANTOM_DAY ? 1 : 0))
  const time = /[.,]/.test(written) ? clock(seconds % DAY_SECONDS) : undefined
  return ok({ date, time, offsetMin: undefined })
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
