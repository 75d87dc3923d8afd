export { compareDates, type DateComparison, type DateDifference } from './compare-dates.ts'
export {
  type FileAssignment,
  type FilePlan,
  type FileResource,
  type FileRow,
  PLAN_NOTE_CODES,
  type PlanNote,
  type PlanNoteCode,
} from './file-plan.ts'
export { nameRows } from './name-rows.ts'
export { plainCalendar, usedCalendars } from './used-calendars.ts'
export { minuteOf, plainDateTimeOf } from './wall-minute.ts'
export { type WallTime, wallShifts } from './wall-shifts.ts'
