import type { PlainDate } from '@millrace/core/kernel'

/** A stretch of working time in a day, `HH:MM:SS` each; `to` is `24:00:00` at the end of the day. */
export type MspdiWorkingTime = { readonly from: string; readonly to: string }

/** One day of the week in a calendar. */
export type MspdiWeekDay = {
  /** ISO 8601 day of the week: 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly working: boolean
  /** Empty on days off. */
  readonly times: readonly MspdiWorkingTime[]
}

/** When an exception repeats inside its date range. */
export type MspdiRecurrence =
  /** Every day of the range: a holiday, a shutdown. */
  | { readonly kind: 'every-day' }
  | { readonly kind: 'daily'; readonly everyDays: number }
  | { readonly kind: 'weekly'; readonly everyWeeks: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'monthly-on-day'; readonly everyMonths: number; readonly day: number }
  | { readonly kind: 'monthly-on-weekday'; readonly everyMonths: number; readonly on: MspdiMonthPosition }
  | { readonly kind: 'yearly-on-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'yearly-on-weekday'; readonly month: number; readonly on: MspdiMonthPosition }

/** The first, second, ... or last day of a sort in a month. */
export type MspdiMonthPosition = {
  readonly position: 1 | 2 | 3 | 4 | 'last'
  /** ISO 8601 day of the week 1..7, or any day, working weekday (Monday to Friday) or weekend day. */
  readonly item: number | 'day' | 'weekday' | 'weekend-day'
}

/** Days on which a calendar differs from its week. */
export type MspdiCalendarException = {
  readonly name: string
  readonly from: PlainDate
  /** Last day, inclusive. */
  readonly to: PlainDate
  readonly working: boolean
  readonly times: readonly MspdiWorkingTime[]
  readonly recurrence: MspdiRecurrence
  /** How often it occurs, when the person entered a number instead of an end date. */
  readonly occurrences: number | undefined
}

/** A week that replaces the usual one between two days. */
export type MspdiWorkWeek = {
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
  /** Days not listed are as in the usual week. */
  readonly weekDays: readonly MspdiWeekDay[]
}

/** Working time, of the project, a task or a resource. */
export type MspdiCalendar = {
  readonly uid: number
  readonly guid: string | undefined
  readonly name: string
  /** A calendar of its own; otherwise it changes another one, usually for one resource. */
  readonly isBase: boolean
  /** The calendar this one changes. */
  readonly baseCalendarUid: number | undefined
  /** Days not listed are as in the base calendar; in a base calendar they are days off. */
  readonly weekDays: readonly MspdiWeekDay[]
  readonly exceptions: readonly MspdiCalendarException[]
  readonly workWeeks: readonly MspdiWorkWeek[]
  readonly line: number
}
