export { checkCalendars } from './check-calendars.ts'
export { aroundTheClock, compileCalendars, intersectTimelines } from './compile.ts'
export { dayStarts } from './day-starts.ts'
export { isTimeZone } from './time-zone.ts'
export { type Minute, type Spans, Timeline } from './timeline.ts'
export { WallClock } from './wall-clock.ts'
export {
  type DayShifts,
  type Shift,
  STANDARD_WEEK,
  standardCalendar,
  type WorkingCalendar,
  type WorkingException,
  type WorkingPeriod,
  type WorkingWeek,
} from './working-calendar.ts'
export { type WorkingClock, WorkingClocks } from './working-clock.ts'
export { isWrittenTime } from './written-time.ts'
