import { type CalendarView, calendarDefinition, type PlanView } from '@millrace/contract'
import { STANDARD_WEEK, type WorkingCalendar } from '@millrace/core/calendar'

/** A calendar as it is kept: its definition may say more than ours do, or be of another program. */
export type KeptCalendar = Omit<CalendarView, 'definition'> & { readonly definition: unknown }

/** A kept calendar as people see it. What cannot be read as one is the standard week. */
export function presentCalendar(kept: KeptCalendar, timeZone: string): PlanView['calendars'][number] {
  const read = calendarDefinition.safeParse(kept.definition)
  const definition = read.success ? read.data : { timeZone, week: STANDARD_WEEK, periods: [], exceptions: [] }
  return { ...kept, definition }
}

/** A calendar as core calculates with it. */
export function toWorkingCalendar({ definition, ...calendar }: CalendarView): WorkingCalendar {
  return { ...calendar, ...definition }
}
