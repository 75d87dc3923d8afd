import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { foldLetters } from './month-names.ts'
import { type DecimalMark, parseNumber } from './number.ts'

/** Units people write lengths in. */
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month'

/** A length as written, kept by unit because only a calendar knows how long a working day is. */
export type ParsedDuration = {
  /** Amounts by unit; units not written are 0. Negative when the text is. */
  readonly amounts: Readonly<Record<DurationUnit, number>>
  /** Round-the-clock time (`3 ed`) instead of working time. */
  readonly elapsed: boolean
  /** Marked as a guess (`3d?`). */
  readonly estimated: boolean
}

/** Working minutes of the larger units, from the project's or the organisation's calendar. */
export type WorkingUnits = {
  readonly minutesPerDay: number
  readonly minutesPerWeek: number
  readonly daysPerMonth: number
}

const UNIT_WORDS: Readonly<Record<DurationUnit, string>> = {
  minute: 'm min mins minute minutes minuten minuto minutos minuty мин минута минуты минут',
  hour: 'h hr hrs hour hours std stunde stunden heure heures hora horas ч час часа часов',
  day: 'd dy day days t tag tage tagen j jr jour jours dia dias д дн день дня дней',
  week: 'w wk wks week weeks woche wochen wo sem semaine semaines semana semanas нед неделя недели недель',
  month: 'mo mon mons month months monat monate mois mes meses мес месяц месяца месяцев',
}

const UNIT_BY_WORD = new Map<string, DurationUnit>(
  // Object.entries widens the keys to string; they are the units listed above.
  (Object.entries(UNIT_WORDS) as readonly (readonly [DurationUnit, string])[]).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [foldLetters(word), unit] as const),
  ),
)

const LONGEST_DURATION = 64
const ISO =
  /^([-+]?)P(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i
const CLOCK = /^([-+]?)(\d{1,5})[:h]([0-5]\d)(?::([0-5]\d))?$/
const PART = /(\d[\d.,]*)\s*(\p{L}+)\.?/gu
const ELAPSED_DAY_MIN = 1_440
/** Elapsed months count thirty days (MS Project, duration format 12, `emo`). */
const ELAPSED_MONTH_DAYS = 30

/**
 * Reads a length: `3d`, `2h 30m`, `1.5 Tage`, `3 w`, `1,5 Std.`, `2 jours`, `3 дня`, `2:30`, `2h30`,
 * `PT8H` (ISO 8601-1 §5.5.2), `3ed` (elapsed), `3d?` (estimated), and a bare number in
 * `defaultUnit`.
 *
 * @returns refusals: `durations.unreadable`, `durations.unit_missing`, `numbers.mark_unknown`
 */
export function parseDuration(
  text: string,
  options: { readonly defaultUnit?: DurationUnit; readonly mark?: DecimalMark } = {},
): Result<ParsedDuration> {
  if (text.length > LONGEST_DURATION) return refuse('durations.unreadable', text)
  const estimated = /\?\s*$/.test(text)
  const written = text
    .replace(/\?\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const special = iso(written) ?? clock(written)
  if (special !== undefined) return ok({ amounts: special, elapsed: false, estimated })
  const bare = parseNumber(written, options.mark)
  if (bare.ok) {
    if (options.defaultUnit === undefined) return refuse('durations.unit_missing', text)
    return ok({ amounts: amountsOf([[options.defaultUnit, bare.value]]), elapsed: false, estimated })
  }
  if (isMarkUnknown(bare)) return bare
  return parts(written, { text, mark: options.mark, estimated })
}

/** Minutes of a length: working minutes by the calendar's units, or elapsed ones. */
export function durationMinutes(duration: ParsedDuration, units: WorkingUnits): number {
  const { minute, hour, day, week, month } = duration.amounts
  const dayMin = duration.elapsed ? ELAPSED_DAY_MIN : units.minutesPerDay
  const weekMin = duration.elapsed ? 7 * ELAPSED_DAY_MIN : units.minutesPerWeek
  const monthMin = (duration.elapsed ? ELAPSED_MONTH_DAYS : units.daysPerMonth) * dayMin
  return minute + hour * 60 + day * dayMin + week * weekMin + month * monthMin
}

function refuse(code: string, text: string): { readonly ok: false; readonly refusal: Refusal } {
  return err({ code, params: { text: text.slice(0, LONGEST_DURATION) } })
}

function amountsOf(
  parts: readonly (readonly [DurationUnit, number])[],
): Readonly<Record<DurationUnit, number>> {
  const amounts = { minute: 0, hour: 0, day: 0, week: 0, month: 0 }
  for (const [unit, amount] of parts) amounts[unit] += amount
  return amounts
}

function iso(text: string): Readonly<Record<DurationUnit, number>> | undefined {
  const match = ISO.exec(text)
  if (match === null || !/\d/.test(text)) return undefined
  const sign = match[1] === '-' ? -1 : 1
  const [month, week, day, hour, minute, second] = match
    .slice(2)
    .map((part: string | undefined) => (part === undefined ? 0 : sign * Number(part.replace(',', '.'))))
  return amountsOf([
    ['month', month ?? 0],
    ['week', week ?? 0],
    ['day', day ?? 0],
    ['hour', hour ?? 0],
    ['minute', (minute ?? 0) + (second ?? 0) / 60],
  ])
}

function clock(text: string): Readonly<Record<DurationUnit, number>> | undefined {
  const match = CLOCK.exec(text)
  if (match === null) return undefined
  const sign = match[1] === '-' ? -1 : 1
  return amountsOf([
    ['hour', sign * Number(match[2])],
    ['minute', sign * (Number(match[3]) + Number(match[4] ?? 0) / 60)],
  ])
}

function parts(
  written: string,
  how: { readonly text: string; readonly mark: DecimalMark | undefined; readonly estimated: boolean },
): Result<ParsedDuration> {
  const sign = /^[-−]/.test(written) ? -1 : 1
  const found: [DurationUnit, number][] = []
  const modes = new Set<boolean>()
  for (const match of written.matchAll(PART)) {
    const unit = unitByWord(match[2] ?? '')
    const amount = parseNumber(match[1] ?? '', how.mark)
    if (unit === undefined) return refuse('durations.unreadable', how.text)
    if (!amount.ok) return isMarkUnknown(amount) ? amount : refuse('durations.unreadable', how.text)
    found.push([unit.unit, sign * amount.value])
    modes.add(unit.elapsed)
  }
  const rest = written
    .replace(PART, '')
    .replace(/^[-−+]/, '')
    .replace(/\b(?:and|und|et|y)\b|[и,\s]/g, '')
  if (modes.size !== 1 || rest !== '') return refuse('durations.unreadable', how.text)
  return ok({ amounts: amountsOf(found), elapsed: modes.has(true), estimated: how.estimated })
}

function isMarkUnknown(refused: { readonly refusal: Refusal }): boolean {
  return refused.refusal.code === 'numbers.mark_unknown'
}

function unitByWord(word: string): { readonly unit: DurationUnit; readonly elapsed: boolean } | undefined {
  const folded = foldLetters(word)
  const unit = UNIT_BY_WORD.get(folded)
  if (unit !== undefined) return { unit, elapsed: false }
  const elapsed = folded.startsWith('e') ? UNIT_BY_WORD.get(folded.slice(1)) : undefined
  return elapsed === undefined ? undefined : { unit: elapsed, elapsed: true }
}
