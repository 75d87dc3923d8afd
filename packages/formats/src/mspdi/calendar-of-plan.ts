import type { DayShifts, Shift, WorkingCalendar, WorkingWeek } from '@millrace/core/calendar'
import { BLANK_CALENDAR } from './blank-rows.ts'
import type { MspdiCalendar, MspdiWeekDay, MspdiWorkingTime } from './calendar.ts'

const DAY_MIN = 1440

/**
 * A calendar of core as the file has it. The file knows no shift past midnight: what reaches into the
 * next day of the week is written there, and is lost behind an exception.
 */
export function mspdiCalendarOf(
  calendar: WorkingCalendar,
  uidOf: (id: string | null) => number | undefined,
): MspdiCalendar {
  return {
    ...BLANK_CALENDAR,
    uid: uidOf(calendar.id) ?? 0,
    name: calendar.name,
    isBase: calendar.baseId === null,
    baseCalendarUid: uidOf(calendar.baseId),
    weekDays: weekDaysOf(calendar.week),
    exceptions: calendar.exceptions.map(({ name, from, to, shifts }) => ({
      name,
      from,
      to,
      ...hoursOf(shifts, []),
      recurrence: { kind: 'every-day' },
      occurrences: undefined,
    })),
    workWeeks: calendar.periods.map(({ from, to, week }) => ({
      name: '',
      from,
      to,
      weekDays: weekDaysOf(week),
    })),
  }
}

function weekDaysOf(week: WorkingWeek): readonly MspdiWeekDay[] {
  return week.flatMap((shifts, index): readonly MspdiWeekDay[] => {
    const before = week[(index + 6) % 7] ?? null
    return shifts === null ? [] : [{ weekday: index + 1, ...hoursOf(shifts, before) }]
  })
}

/** The hours of a day: its own until midnight, and what is left of those of the day before. */
function hoursOf(shifts: readonly Shift[], before: DayShifts): Pick<MspdiWeekDay, 'working' | 'times'> {
  const left = (before ?? [])
    .filter(({ to }) => to > DAY_MIN)
    .map(({ to }) => ({ from: 0, to: to - DAY_MIN }))
  const own = shifts.map(({ from, to }) => ({ from, to: Math.min(to, DAY_MIN) }))
  const times = [...left, ...own].map(
    ({ from, to }): MspdiWorkingTime => ({ from: clock(from), to: clock(to) }),
  )
  return { working: times.length > 0, times }
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`
}
