import { type DayWords, dayWords } from './day-words.ts'

const HOUR_MIN = 60
/** Estimates are written in days of eight hours and weeks of five days, whatever the calendar says. */
const WORK_MIN = { minute: 1, hour: HOUR_MIN, day: 8 * HOUR_MIN, week: 40 * HOUR_MIN } as const

/** How many minutes each unit of a length of time has. */
type UnitMinutes = Readonly<Record<keyof typeof WORK_MIN, number>>
const UNITS = ['minute', 'hour', 'day', 'week'] as const

/** Reads an effort: 90, 1.5h, 1h 30m, 2d, 1w. A bare number is hours. Undefined when it is none. */
export function readEffort(text: string, languages: readonly DayWords[] = dayWords): number | undefined {
  const number = text.trim().replaceAll(',', '.')
  if (/^\d+(\.\d+)?$/.test(number)) return Math.round(Number(number) * HOUR_MIN)
  return readSpan(text, WORK_MIN, languages)
}

/**
 * Reads a length of time as it is typed in the page's language or in English: `45m`, `1h 30m`, `2 days`.
 *
 * @returns minutes; undefined when it is none
 */
export function readSpan(
  text: string,
  unitMinutes: UnitMinutes,
  languages: readonly DayWords[] = dayWords,
): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(',', '.')
  if (!/^(\d+(\.\d+)?\s*\p{L}+\.?\s*)+$/u.test(typed)) return undefined
  let minutes = 0
  for (const [, count, unit = ''] of typed.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}+)/gu)) {
    const known = UNITS.find((each) => languages.some(({ units }) => units[each].includes(unit)))
    if (known === undefined) return undefined
    minutes += Number(count) * unitMinutes[known]
  }
  return Math.round(minutes)
}
