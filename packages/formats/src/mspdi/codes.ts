/** How a link ties two tasks: the first letter is the predecessor's end, the second the successor's. */
export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF'

/** When a task should be, besides its links. */
export type ConstraintType =
  | 'as-soon-as-possible'
  | 'as-late-as-possible'
  | 'must-start-on'
  | 'must-finish-on'
  | 'start-no-earlier-than'
  | 'start-no-later-than'
  | 'finish-no-earlier-than'
  | 'finish-no-later-than'

/** Which of work, duration and units stays when another one changes. */
export type TaskType = 'fixed-units' | 'fixed-duration' | 'fixed-work'

/** Units in which the person entered a duration. */
export type DurationUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'percent'

/** How a duration was entered. */
export type DurationFormat = {
  readonly unit: DurationUnit
  /** Round the clock instead of working time. */
  readonly elapsed: boolean
  /** Marked as a guess (`3 d?`). */
  readonly estimated: boolean
}

/** The unit a rate is shown for; the amount itself is per hour, or per unit of material. */
export type RateUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'material-unit'

/** Link types by code (MSPDI `PredecessorLink/Type`). */
export const LINK_KINDS: readonly LinkKind[] = ['FF', 'FS', 'SF', 'SS']

/** Constraints by code (MSPDI `Task/ConstraintType`). */
export const CONSTRAINT_TYPES: readonly ConstraintType[] = [
  'as-soon-as-possible',
  'as-late-as-possible',
  'must-start-on',
  'must-finish-on',
  'start-no-earlier-than',
  'start-no-later-than',
  'finish-no-earlier-than',
  'finish-no-later-than',
]

/** Task types by code (MSPDI `Task/Type`). */
export const TASK_TYPES: readonly TaskType[] = ['fixed-units', 'fixed-duration', 'fixed-work']

/** Rate units by code, from 1 (MSPDI `Resource/StandardRateFormat`; 6 is not used). */
export const RATE_UNITS: readonly (RateUnit | undefined)[] = [
  undefined,
  'minute',
  'hour',
  'day',
  'week',
  'month',
  undefined,
  'year',
  'material-unit',
]

/** Units of duration formats 3..12, each first in working and then in elapsed time. */
const FORMAT_UNITS: readonly DurationUnit[] = ['minute', 'hour', 'day', 'week', 'month']
const FIRST_UNIT_CODE = 3
const PERCENT_CODE = 19
/** Codes from 35 on repeat those from 3 on for estimated durations. */
const ESTIMATED_OFFSET = 32

/**
 * The meaning of a duration format code (MSPDI `Task/DurationFormat`, `PredecessorLink/LagFormat`):
 * 3..12 minutes to months, odd working and even elapsed; 19 and 20 percent; 32 more: estimated.
 * `undefined` for 21, 53 (no format) and anything else.
 */
export function durationFormatByCode(code: number): DurationFormat | undefined {
  const estimated = code >= FIRST_UNIT_CODE + ESTIMATED_OFFSET
  const plain = estimated ? code - ESTIMATED_OFFSET : code
  const elapsed = plain % 2 === 0
  if (plain === PERCENT_CODE || plain === PERCENT_CODE + 1) return { unit: 'percent', elapsed, estimated }
  const unit = FORMAT_UNITS[Math.floor((plain - FIRST_UNIT_CODE) / 2)]
  return unit === undefined || plain < FIRST_UNIT_CODE ? undefined : { unit, elapsed, estimated }
}

/** The code of a duration format; the reverse of `durationFormatByCode`. */
export function codeOfDurationFormat(format: DurationFormat): number {
  const place = FORMAT_UNITS.indexOf(format.unit)
  const working = place < 0 ? PERCENT_CODE : FIRST_UNIT_CODE + 2 * place
  return working + (format.elapsed ? 1 : 0) + (format.estimated ? ESTIMATED_OFFSET : 0)
}
