import { dayNumber, unreachable } from '@millrace/core/kernel'
import type {
  MspdiCalendar,
  MspdiCalendarException,
  MspdiMonthPosition,
  MspdiRecurrence,
  MspdiWeekDay,
  MspdiWorkingTime,
  MspdiWorkWeek,
} from './calendar.ts'
import type { ProjectWriter } from './project-writer.ts'
import { MONTH_ITEMS, MONTH_POSITIONS } from './read-calendar.ts'

/** The code for "none" among calendars. */
const NO_CALENDAR = -1

/** A calendar with its week, exceptions and replaced weeks. */
export function writeCalendar(calendar: MspdiCalendar, to: ProjectWriter): void {
  to.group('Calendar', () => {
    to.leaf('UID', calendar.uid)
    to.leaf('GUID', calendar.guid)
    to.leaf('Name', calendar.name)
    to.leaf('IsBaseCalendar', calendar.isBase)
    to.leaf('BaseCalendarUID', calendar.baseCalendarUid ?? NO_CALENDAR)
    writeWeekDays(calendar.weekDays, to)
    if (calendar.exceptions.length > 0) {
      to.group('Exceptions', () => {
        for (const exception of calendar.exceptions) writeException(exception, to)
      })
    }
    if (calendar.workWeeks.length > 0) {
      to.group('WorkWeeks', () => {
        for (const week of calendar.workWeeks) writeWorkWeek(week, to)
      })
    }
  })
}

function writeWeekDays(days: readonly MspdiWeekDay[], to: ProjectWriter): void {
  if (days.length === 0) return
  to.group('WeekDays', () => {
    for (const day of days) {
      to.group('WeekDay', () => {
        to.leaf('DayType', sundayFirst(day.weekday))
        to.leaf('DayWorking', day.working)
        writeTimes(day.times, to)
      })
    }
  })
}

/** ISO 8601 days 1 Monday to 7 Sunday become 1 Sunday to 7 Saturday. */
function sundayFirst(weekday: number): number {
  return (weekday % 7) + 1
}

function writeTimes(times: readonly MspdiWorkingTime[], to: ProjectWriter): void {
  if (times.length === 0) return
  to.group('WorkingTimes', () => {
    for (const time of times) {
      to.group('WorkingTime', () => {
        to.leaf('FromTime', time.from)
        to.leaf('ToTime', time.to === '24:00:00' ? '00:00:00' : time.to)
      })
    }
  })
}

function writePeriod(range: { readonly from: string; readonly to: string }, to: ProjectWriter): void {
  to.group('TimePeriod', () => {
    to.leaf('FromDate', `${range.from}T00:00:00`)
    to.leaf('ToDate', `${range.to}T23:59:00`)
  })
}

function writeWorkWeek(week: MspdiWorkWeek, to: ProjectWriter): void {
  to.group('WorkWeek', () => {
    writePeriod(week, to)
    to.leaf('Name', week.name)
    writeWeekDays(week.weekDays, to)
  })
}

function writeException(exception: MspdiCalendarException, to: ProjectWriter): void {
  to.group('Exception', () => {
    to.leaf('EnteredByOccurrences', exception.occurrences !== undefined)
    writePeriod(exception, to)
    to.leaf('Occurrences', exception.occurrences ?? daysOf(exception))
    to.leaf('Name', exception.name)
    writeRecurrence(exception.recurrence, to)
    to.leaf('DayWorking', exception.working)
    writeTimes(exception.times, to)
  })
}

/** How many days a plain exception has; one that repeats is bounded by its range alone. */
function daysOf({ from, to, recurrence }: MspdiCalendarException): number | undefined {
  const first = dayNumber(from)
  const last = dayNumber(to)
  if (recurrence.kind !== 'every-day' || first === undefined || last === undefined) return undefined
  return last - first + 1
}

/** Type codes and what each needs, see `readRecurrence`; months count from 0. */
function writeRecurrence(recurrence: MspdiRecurrence, to: ProjectWriter): void {
  switch (recurrence.kind) {
    case 'every-day':
      return to.leaf('Type', 1)
    case 'yearly-on-day':
      to.leaf('Type', 2)
      to.leaf('Month', recurrence.month - 1)
      return to.leaf('MonthDay', recurrence.day)
    case 'yearly-on-weekday':
      to.leaf('Type', 3)
      writePosition(recurrence.on, to)
      return to.leaf('Month', recurrence.month - 1)
    case 'monthly-on-day':
      to.leaf('Type', 4)
      to.leaf('Period', recurrence.everyMonths)
      return to.leaf('MonthDay', recurrence.day)
    case 'monthly-on-weekday':
      to.leaf('Type', 5)
      to.leaf('Period', recurrence.everyMonths)
      return writePosition(recurrence.on, to)
    case 'weekly':
      to.leaf('Type', 6)
      to.leaf('Period', recurrence.everyWeeks)
      return to.leaf('DaysOfWeek', dayBits(recurrence.weekdays))
    case 'daily':
      to.leaf('Type', 7)
      return to.leaf('Period', recurrence.everyDays)
    default:
      return unreachable(recurrence)
  }
}

function writePosition(on: MspdiMonthPosition, to: ProjectWriter): void {
  to.leaf('MonthItem', MONTH_ITEMS.indexOf(on.item))
  to.leaf('MonthPosition', MONTH_POSITIONS.indexOf(on.position))
}

/** Bits: 1 Sunday, 2 Monday, ... 64 Saturday. */
function dayBits(weekdays: readonly number[]): number {
  return weekdays.reduce((bits, weekday) => bits | (1 << (weekday % 7)), 0)
}
