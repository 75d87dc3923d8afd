import type { CalendarView } from '@millrace/contract'
import { checkCalendars, standardCalendar, type WorkingCalendar } from '@millrace/core/calendar'

/** The id of the calendar of whatever names none: an ordinary week where the organisation is. */
export const USUAL_CALENDAR = 'usual'

/**
 * The calendars of a plan as they are calculated with, the usual one first. Calendars that do not fit together are
 * all taken for the usual week: a plan is looked at here, not judged.
 */
export function readCalendars(
  calendars: readonly CalendarView[],
  timeZone: string,
): readonly WorkingCalendar[] {
  const usual = { ...standardCalendar(timeZone), id: USUAL_CALENDAR }
  const read = calendars.map(({ definition, ...named }) => ({ ...named, ...definition }))
  if (checkCalendars(read).ok) return [usual, ...read]
  return [usual, ...read.map(({ id, name }) => ({ ...usual, id, name }))]
}
