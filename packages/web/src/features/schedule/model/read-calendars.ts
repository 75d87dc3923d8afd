import type { CalendarView } from '@millrace/contract'
import { checkCalendars, STANDARD_WEEK, type WorkingCalendar } from '@millrace/core/calendar'

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
  const usual = {
    ...{ id: USUAL_CALENDAR, baseId: null, name: '' },
    ...{ timeZone, week: STANDARD_WEEK, periods: [], exceptions: [] },
  }
  const read = calendars.map(({ definition, ...named }) => ({ ...named, ...definition }))
  if (checkCalendars(read).ok) return [usual, ...read]
  return [usual, ...read.map(({ id, name }) => ({ ...usual, id, name }))]
}
