import type { CalendarView } from '@millrace/contract'
import { parseDay } from '../../../ui/index.ts'

type Exception = CalendarView['definition']['exceptions'][number]

/** Days off out of a list, and the lines in which there was no day. */
export type ReadHolidays = { readonly holidays: readonly Exception[]; readonly unread: readonly string[] }

/** A day takes as many words at most: `24 December 2026`. */
const WORDS_MAX = 3

/**
 * Reads a list of holidays, a day and its name on each line, in either order: `2026-12-25 Christmas`,
 * `25.12.2026; Weihnachten`, `Christmas, 25 December 2026`. A day that comes twice counts once.
 *
 * @param today what a day without year is after
 */
export function readHolidays(text: string, today: string): ReadHolidays {
  const lines = text.split('\n').map((line) => line.trim())
  const read = lines.filter((line) => line !== '').map((line) => ({ line, holiday: readLine(line, today) }))
  const byDay = new Map(read.flatMap(({ holiday }) => (holiday ? [[holiday.from, holiday]] : [])))
  return {
    holidays: [...byDay.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    unread: read.filter(({ holiday }) => holiday === null).map(({ line }) => line),
  }
}

function readLine(line: string, today: string): Exception | null {
  const words = line.split(/[\s;,]+/).filter((word) => word !== '')
  for (let count = Math.min(WORDS_MAX, words.length); count > 0; count -= 1) {
    const first = parseDay(words.slice(0, count).join(' '), today)
    if (first !== null) return dayOff(first, words.slice(count))
    const last = parseDay(words.slice(-count).join(' '), today)
    if (last !== null) return dayOff(last, words.slice(0, -count))
  }
  return null
}

function dayOff(day: string, name: readonly string[]): Exception {
  return { name: name.join(' ').slice(0, 200), from: day, to: day, shifts: [] }
}
