import { addDays, dayNumber, type PlainDate, plainDate } from '../../kernel/index.ts'
import type { DayShift } from '../copy.ts'

/** How the days of a template are counted: every day, or Monday to Friday. */
export type TemplateUnit = 'working' | 'calendar'

/** 1970-01-05, the first Monday behind day zero. */
const MONDAY = 4
const WEEK = 7
const WORKING = 5

/** How far a day lies behind another. Days at a weekend count as the Monday behind it. */
export function daysBehind(unit: TemplateUnit, from: PlainDate, to: PlainDate): number {
  return unit === 'calendar' ? number(to) - number(from) : workingDays(to) - workingDays(from)
}

/** The day that lies so far behind another; of working days, one of them. */
export function dayBehind(unit: TemplateUnit, from: PlainDate, days: number): PlainDate {
  if (unit === 'calendar') return addDays(from, days)
  const wanted = workingDays(from) + days
  return plainDate(Math.floor(wanted / WORKING) * WEEK + modulo(wanted, WORKING) + MONDAY)
}

/** Moves days so that one of them falls on another and all keep their distances. */
export function shiftTo(
  unit: TemplateUnit,
  { anchorOn, startsOn }: { readonly anchorOn: PlainDate; readonly startsOn: PlainDate },
): DayShift {
  return (day) => dayBehind(unit, startsOn, daysBehind(unit, anchorOn, day))
}

/** Working days before a day, counted from one fixed Monday. */
function workingDays(day: PlainDate): number {
  const days = number(day) - MONDAY
  return Math.floor(days / WEEK) * WORKING + Math.min(modulo(days, WEEK), WORKING)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function number(day: PlainDate): number {
  const at = dayNumber(day)
  if (at === undefined) throw new RangeError(`not a calendar day: ${day}`)
  return at
}
