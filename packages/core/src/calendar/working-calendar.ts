import type { Id, PlainDate } from '../kernel/index.ts'

/**
 * A stretch of working time in a day, in minutes of the wall clock after midnight of the day on which
 * it begins. A shift that runs past midnight ends after minute 1440: 22:00 to 06:00 is 1320 to 1800.
 */
export type Shift = { readonly from: number; readonly to: number }

/** The shifts of one day in their order; empty on a day off; null: as in the calendar below. */
export type DayShifts = readonly Shift[] | null

/** Seven days, Monday first. */
export type WorkingWeek = readonly DayShifts[]

/** A week that holds between two days, both inclusive: summer hours, part time from next month on. */
export type WorkingPeriod = { readonly from: PlainDate; readonly to: PlainDate; readonly week: WorkingWeek }

/** Days that differ from their week, both ends inclusive: holidays, leave, Saturdays worked. */
export type WorkingException = {
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly shifts: readonly Shift[]
}

/**
 * When somebody or something works. A calendar with a base takes from it every day that it does not
 * say itself: its own exceptions count before its periods and these before its week; what none of them
 * says comes from the base.
 */
export type WorkingCalendar = {
  readonly id: Id<'Calendar'>
  readonly baseId: Id<'Calendar'> | null
  readonly name: string
  /** IANA name; `UTC` for plans that know the wall clock only. */
  readonly timeZone: string
  readonly week: WorkingWeek
  readonly periods: readonly WorkingPeriod[]
  readonly exceptions: readonly WorkingException[]
}

const EIGHT_TO_FIVE: readonly Shift[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
]

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00: what most planning programs begin with. */
export const STANDARD_WEEK: WorkingWeek = [
  EIGHT_TO_FIVE,
  EIGHT_TO_FIVE,
  EIGHT_TO_FIVE,
  EIGHT_TO_FIVE,
  EIGHT_TO_FIVE,
  [],
  [],
]

/** The calendar of whatever names none: the standard week of a time zone, without holidays. Its id is `standard`. */
export function standardCalendar(timeZone: string, name = ''): WorkingCalendar {
  const days = { week: STANDARD_WEEK, periods: [], exceptions: [] }
  return { id: 'standard', baseId: null, name, timeZone, ...days }
}
