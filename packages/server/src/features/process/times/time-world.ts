import { standardCalendar, WallClock, WorkingClocks } from '@millrace/core/calendar'
import {
  type Counting,
  countingOf,
  type ProcessWorld,
  type ScheduleClock,
  type ServiceLevel,
  timerDues,
} from '@millrace/core/process'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findSharedCalendars } from '../../schedule/index.ts'
import { readTimeZone } from '../queries/read-clock.ts'

/** How time is counted in an organisation: where it lives, and by which calendars it works. */
export type TimeWorld = {
  readonly timeZone: string
  readonly dueOf: ProcessWorld['dueOf']
  /** Null: the calendar is not there. */
  readonly countingOf: (level: Pick<ServiceLevel, 'counts' | 'calendarId'>) => Counting | null
  readonly scheduleClock: (calendarId: string | null) => ScheduleClock
}

/** Reads the calendars that processes may go by; where there are none, the standard week counts. */
export async function readTimeWorld(tx: Tx, organisationId: string, now: number): Promise<TimeWorld> {
  const [timeZone, shared] = await Promise.all([
    readTimeZone(tx, organisationId),
    findSharedCalendars(tx, organisationId),
  ])
  const calendars = shared.length > 0 ? shared : [standardCalendar(timeZone)]
  const clocks = new WorkingClocks(calendars, now / 60_000)
  const around = { timeZone, clocks, calendar: calendars[0]?.id ?? null }
  const wall = new WallClock(timeZone)
  const dueOf = timerDues(around)
  const counting = (level: Pick<ServiceLevel, 'counts' | 'calendarId'>) =>
    countingOf(
      { counts: level.counts, calendar: level.counts === 'clock' ? null : level.calendarId },
      wall,
      around,
    )
  return {
    timeZone,
    dueOf,
    countingOf: counting,
    // Times of day are those of the organisation; days off are those of the calendar.
    scheduleClock: (calendarId) => ({
      counting: { wall, working: counting({ counts: 'working', calendarId })?.working ?? null },
      dueOf,
    }),
  }
}
