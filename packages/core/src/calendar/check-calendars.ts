import { dayNumber, err, isPlainDate, ok, type Refusal, type Result } from '../kernel/index.ts'
import { isTimeZone } from './time-zone.ts'
import type { Shift, WorkingCalendar } from './working-calendar.ts'

/** Exceptions and periods that one calendar may have; a century of holidays fits. */
const EXCEPTIONS_MAX = 10_000
const DAY_MIN = 1440

/**
 * Whether calendars can be used: each names an existing time zone, shifts that follow each other,
 * days that exist, and a base that is there; bases do not run in a circle; and every calendar works at
 * some time.
 *
 * @returns the calendars; or refused with `calendar.zone_unknown`, `calendar.week_wrong`,
 *   `calendar.shifts_wrong`, `calendar.days_wrong`, `calendar.too_many_exceptions`,
 *   `calendar.base_unknown`, `calendar.base_circle` or `calendar.no_working_time`, each naming the calendar
 */
export function checkCalendars(calendars: readonly WorkingCalendar[]): Result<readonly WorkingCalendar[]> {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  for (const calendar of calendars) {
    const refusal = checkAlone(calendar) ?? checkBase(calendar, byId)
    if (refusal) return err(refusal)
  }
  const idle = calendars.find((calendar) => !everWorks(calendar, byId))
  return idle ? err({ code: 'calendar.no_working_time', params: { name: idle.name } }) : ok(calendars)
}

function checkAlone(calendar: WorkingCalendar): Refusal | null {
  const { name, timeZone, week, periods, exceptions } = calendar
  if (!isTimeZone(timeZone)) return { code: 'calendar.zone_unknown', params: { name, timeZone } }
  if ([week, ...periods.map((period) => period.week)].some((days) => days.length !== 7)) {
    return { code: 'calendar.week_wrong', params: { name } }
  }
  if (periods.length + exceptions.length > EXCEPTIONS_MAX) {
    return { code: 'calendar.too_many_exceptions', params: { name, max: EXCEPTIONS_MAX } }
  }
  if (![...periods, ...exceptions].every(areDays)) return { code: 'calendar.days_wrong', params: { name } }
  const days = [...week, ...periods.flatMap((period) => period.week), ...exceptions.map((one) => one.shifts)]
  return days.every((shifts) => shifts === null || areShifts(shifts))
    ? null
    : { code: 'calendar.shifts_wrong', params: { name } }
}

function areDays({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return isPlainDate(from) && isPlainDate(to) && from <= to && dayNumber(from) !== undefined
}

/** In order, without overlap, none longer than a day, and none that begins on another day. */
function areShifts(shifts: readonly Shift[]): boolean {
  return shifts.every(({ from, to }, index) => {
    const isWhole = Number.isInteger(from) && Number.isInteger(to)
    const before = shifts[index - 1]?.to ?? 0
    return isWhole && from >= before && from < DAY_MIN && from < to && to <= from + DAY_MIN
  })
}

function checkBase(calendar: WorkingCalendar, byId: ReadonlyMap<string, WorkingCalendar>): Refusal | null {
  const seen = new Set([calendar.id])
  for (let baseId = calendar.baseId; baseId !== null; ) {
    const base = byId.get(baseId)
    if (!base) return { code: 'calendar.base_unknown', params: { name: calendar.name } }
    if (seen.has(baseId)) return { code: 'calendar.base_circle', params: { name: calendar.name } }
    seen.add(baseId)
    baseId = base.baseId
  }
  return null
}

/** Without a base, a day about which nothing is said is a day off. */
function everWorks(calendar: WorkingCalendar, byId: ReadonlyMap<string, WorkingCalendar>): boolean {
  const own = [
    ...calendar.week,
    ...calendar.periods.flatMap((period) => period.week),
    ...calendar.exceptions.map((exception) => exception.shifts),
  ]
  if (own.some((shifts) => shifts !== null && shifts.length > 0)) return true
  const base = calendar.baseId === null ? undefined : byId.get(calendar.baseId)
  return base !== undefined && calendar.week.includes(null) && everWorks(base, byId)
}
