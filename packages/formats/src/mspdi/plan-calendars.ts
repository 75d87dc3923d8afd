import {
  type DayShifts,
  type Shift,
  STANDARD_WEEK,
  standardCalendar,
  type WorkingCalendar,
  type WorkingException,
  type WorkingWeek,
} from '@millrace/core/calendar'
import { dayNumber, plainDate } from '@millrace/core/kernel'
import { wallShifts } from '../plan/index.ts'
import type { MspdiCalendar, MspdiCalendarException, MspdiWeekDay } from './calendar.ts'
import { mspdiExceptionDays } from './exception-days.ts'
import type { MspdiProject } from './mspdi-project.ts'

/** The calendars of a project as core has them. */
export type MspdiCalendars = {
  readonly calendars: readonly WorkingCalendar[]
  /** Of the project; one of them. */
  readonly projectId: string
  /** Names of those whose exceptions were too many, and were cut. */
  readonly cut: readonly string[]
}

/** As many exceptions and weeks as a calendar is kept with. */
export const EXCEPTIONS_MAX = 5_000
/** Hours of a day that is worked without saying when. */
const USUAL_DAY: readonly Shift[] = STANDARD_WEEK[0] ?? []
const STANDARD = standardCalendar('UTC', 'Standard')

/**
 * The calendars of a project file as core has them: ids are the numbers as text, what the clock on the
 * wall shows counts as UTC. Repeating exceptions become single days, weeks that hold between two days
 * become periods. A file without a calendar gets the usual week.
 *
 * A calendar that changes another one takes that one's exceptions also on days of the week whose hours
 * it sets itself, as Microsoft Project does.
 */
export function mspdiToCalendars(project: Pick<MspdiProject, 'calendars' | 'properties'>): MspdiCalendars {
  const known = new Map<number, MspdiCalendar>()
  for (const calendar of project.calendars) if (!known.has(calendar.uid)) known.set(calendar.uid, calendar)
  const first = project.calendars.find(({ isBase }) => isBase) ?? project.calendars[0]
  const main = known.get(project.properties.calendarUid ?? Number.NaN) ?? first
  if (main === undefined) return { calendars: [STANDARD], projectId: STANDARD.id, cut: [] }
  const cut: string[] = []
  const calendars = [...known.values()].map((calendar): WorkingCalendar => {
    const above = basesOf(calendar, { known, main })
    const all = exceptionsWith(calendar, above)
    const room = EXCEPTIONS_MAX - calendar.workWeeks.length
    if (all.length > room) cut.push(calendar.name)
    const isOnBase = above.length > 0
    return {
      id: String(calendar.uid),
      baseId: isOnBase ? String(above[0]?.uid) : null,
      name: calendar.name,
      timeZone: 'UTC',
      week: weekOf(calendar.weekDays, isOnBase ? null : []),
      periods: calendar.workWeeks.map(({ from, to, weekDays }) => ({
        from,
        to,
        week: weekOf(weekDays, null),
      })),
      exceptions: all.slice(0, Math.max(0, room)),
    }
  })
  return { calendars, projectId: String(main.uid), cut }
}

/** What a calendar is based on, nearest first. One whose base is not in the file is based on that of the project. */
function basesOf(
  calendar: MspdiCalendar,
  { known, main }: { readonly known: ReadonlyMap<number, MspdiCalendar>; readonly main: MspdiCalendar },
): readonly MspdiCalendar[] {
  const above: MspdiCalendar[] = []
  const seen = new Set([calendar.uid])
  for (let at = calendar; !at.isBase; ) {
    const base = known.get(at.baseCalendarUid ?? Number.NaN) ?? main
    if (seen.has(base.uid)) break
    seen.add(base.uid)
    above.push(base)
    at = base
  }
  return above
}

function weekOf(weekDays: readonly MspdiWeekDay[], otherwise: DayShifts): WorkingWeek {
  const byDay = new Map(weekDays.map((day) => [day.weekday, hoursOf(day)]))
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => byDay.get(weekday) ?? otherwise)
}

function hoursOf({ working, times }: Pick<MspdiWeekDay, 'working' | 'times'>): readonly Shift[] {
  if (!working) return []
  return times.length === 0 ? USUAL_DAY : wallShifts(times)
}

function exceptionsWith(
  calendar: MspdiCalendar,
  above: readonly MspdiCalendar[],
): readonly WorkingException[] {
  const inherited = calendar.weekDays.length > 0 ? above.toReversed() : []
  return [...inherited, calendar].flatMap(({ exceptions }) => exceptions.flatMap(daysOf))
}

/** An exception as ranges of days. */
function daysOf(exception: MspdiCalendarException): readonly WorkingException[] {
  const { name, recurrence, occurrences } = exception
  const shifts = hoursOf(exception)
  if (recurrence.kind === 'every-day' && occurrences === undefined) {
    return [{ name, from: exception.from, to: exception.to, shifts }]
  }
  const ranges: { from: number; to: number }[] = []
  for (const date of mspdiExceptionDays(exception)) {
    const day = dayNumber(date) ?? 0
    const last = ranges.at(-1)
    if (last && last.to + 1 === day) last.to = day
    else ranges.push({ from: day, to: day })
  }
  return ranges.map(({ from, to }) => ({ name, from: plainDate(from), to: plainDate(to), shifts }))
}
