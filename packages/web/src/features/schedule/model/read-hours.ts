import type { CalendarView } from '@millrace/contract'

/** Working hours of a day, as a calendar keeps them: minutes after midnight. */
export type Hours = CalendarView['definition']['exceptions'][number]['shifts']

const SHIFT = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/
const DAY_MIN = 1440

/**
 * Reads working hours such as `8:00-12:00, 13-17`; a shift that ends before it begins ends the day after. Empty:
 * no work.
 *
 * @returns null when it is none
 */
export function readHours(text: string): Hours | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const shifts = parts.map(readShift)
  const read = shifts.filter((shift) => shift !== null)
  const isInOrder = read.every((shift, index) => index === 0 || shift.from >= (read[index - 1]?.to ?? 0))
  return read.length === parts.length && isInOrder ? read : null
}

function readShift(text: string): Hours[number] | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = SHIFT.exec(text) ?? []
  if (fromHour === undefined || toHour === undefined) return null
  const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)]
  if (from >= DAY_MIN || to > DAY_MIN || Number(fromMinute) > 59 || Number(toMinute) > 59) return null
  return { from, to: to > from ? to : to + DAY_MIN }
}

/** Working hours as `readHours` reads them. */
export function writeHours(hours: Hours): string {
  return hours.map(({ from, to }) => `${clock(from)}-${clock(to > DAY_MIN ? to - DAY_MIN : to)}`).join(', ')
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
}
