/** A unit of a length of time. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month'

const UNITS = ['minute', 'hour', 'day', 'week', 'month'] as const

/** As people and planning programs write them, in English and German. */
const NAMES: Readonly<Record<TimeUnit, string>> = {
  minute: 'm min mins minute minutes minuten',
  hour: 'h hr hrs hour hours std stunde stunden',
  day: 'd dy dys day days t tg tag tage tagen',
  week: 'w wk wks week weeks wo woche wochen',
  month: 'mo mon mons month months monat monate monaten',
}
const UNIT_OF: ReadonlyMap<string, TimeUnit> = new Map(
  UNITS.flatMap((unit) => NAMES[unit].split(' ').map((name) => [name, unit] as const)),
)

/** Working minutes of a unit; a month of work has twenty days, as in Microsoft Project. */
export const WORKING_MIN = { minute: 1, hour: 60, day: 480, week: 2400, month: 9600 } as const
/** Minutes of a unit around the clock. */
export const ELAPSED_MIN = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200 } as const
/** Before a unit: time that passes, day and night. German programs write `f` for fortlaufend. */
const ELAPSED = /^[ef](?=\p{L})/u

/** How a language writes units, and what stands before one of time that passes, day and night. */
export type UnitLetters = {
  readonly unit: Readonly<Record<'week' | 'day' | 'hour' | 'minute', string>>
  readonly elapsed: string
}

/** The unit that a word names, by the letters of the page or in the words of planning programs. */
export function unitCalled(
  written: string,
  { unit, elapsed }: UnitLetters,
): { readonly unit: TimeUnit; readonly isElapsed: boolean } | null {
  const name = written.toLowerCase()
  const own = (['week', 'day', 'hour', 'minute'] as const).find((each) => unit[each] === name)
  const plain = own ?? UNIT_OF.get(name)
  if (plain) return { unit: plain, isElapsed: false }
  const rest = name.startsWith(elapsed) ? name.slice(elapsed.length) : name.replace(ELAPSED, '')
  const passing = rest === name ? undefined : UNIT_OF.get(rest)
  return passing ? { unit: passing, isElapsed: true } : null
}
