export type { CalendarEntry, CalendarSpan, CalendarState, CalendarToWrite } from './calendar-entry.ts'
export { writeCalendar } from './write-calendar.ts'
