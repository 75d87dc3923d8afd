import { STANDARD_WEEK, standardCalendar, type WorkingCalendar } from '@millrace/core/calendar'
import { wallShifts } from '../plan/index.ts'
import type { XerCalendar, XerFile } from './xer-project.ts'

const STANDARD = standardCalendar('UTC', 'Standard')

/**
 * The calendars of a file as core has them, and which one is that of the project. What the clock on the
 * wall shows counts as UTC. Each stands alone: the program writes what it takes from a base into it. A
 * calendar that could not be read has the usual week.
 */
export function xerCalendars(file: Pick<XerFile, 'calendars' | 'projects'>): {
  readonly calendars: readonly WorkingCalendar[]
  readonly projectId: string
} {
  const main =
    file.calendars.find(({ id }) => id === file.projects[0]?.calendarId) ??
    file.calendars.find(({ isDefault }) => isDefault) ??
    file.calendars[0]
  if (!main) return { calendars: [STANDARD], projectId: STANDARD.id }
  return { calendars: file.calendars.map(workingCalendarOf), projectId: main.id }
}

function workingCalendarOf({ id, name, week, exceptions }: XerCalendar): WorkingCalendar {
  const isEmpty = week.every((day) => day.length === 0) && exceptions.every(({ times }) => times.length === 0)
  return {
    id,
    baseId: null,
    name,
    timeZone: 'UTC',
    week: isEmpty ? STANDARD_WEEK : week.map(wallShifts),
    periods: [],
    exceptions: exceptions.map(({ day, times }) => ({
      name: '',
      from: day,
      to: day,
      shifts: wallShifts(times),
    })),
  }
}
