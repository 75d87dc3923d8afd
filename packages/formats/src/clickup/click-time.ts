import type { Instant } from '@millrace/core/kernel'
import { durationMinutes, parseDuration } from '../dates/index.ts'
import { type TableClock, type TrackerTime, tableMoment, tableTime } from '../tracker/index.ts'

/** Hours from Greenwich of the zones that ClickUp writes by their letters. */
const ZONES: Readonly<Record<string, string>> = {
  PST: '-08:00',
  PDT: '-07:00',
  MST: '-07:00',
  MDT: '-06:00',
  CST: '-06:00',
  CDT: '-05:00',
  EST: '-05:00',
  EDT: '-04:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
}

/** `1/5/2026, 9:38:23 AM PST` with the zone as numbers; letters that are no zone are dropped. */
function zoned(text: string): string {
  return text.replace(/\s+([A-Z]{3,4})$/, (whole, letters: string) =>
    /^(AM|PM|UTC|GMT)$/.test(letters) ? whole : (ZONES[letters] ?? ''),
  )
}

/** A moment: milliseconds, or as it is written; null when it is neither. */
export function clickMoment(text: string, clock: TableClock): Instant | null {
  return tableMoment(text, clock) ?? tableMoment(zoned(text), clock)
}

/** A day or a moment; null when it is neither. */
export function clickTime(text: string, clock: TableClock): TrackerTime | null {
  return tableTime(text, clock) ?? tableTime(zoned(text), clock)
}

const MS_PER_MIN = 60_000
const DAY_MIN = 480

/** Minutes of a length in milliseconds, or as it is written (`2h 30m`); null when it is neither. */
export function clickMinutes(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text) / MS_PER_MIN
  const parsed = text === '' ? null : parseDuration(text)
  if (!parsed?.ok) return null
  return durationMinutes(parsed.value, {
    minutesPerDay: DAY_MIN,
    minutesPerWeek: DAY_MIN * 5,
    daysPerMonth: 20,
  })
}
