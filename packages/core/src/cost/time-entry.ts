import {
  err,
  type Instant,
  isPlainDate,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
} from '../kernel/index.ts'

/** Time that somebody spent on an item: written down, or taken by a timer that may still run. */
export type TimeEntry = {
  readonly id: string
  readonly personId: string
  readonly itemId: string
  readonly day: PlainDate
  /** Whole minutes; 0 while the timer runs. */
  readonly minutes: number
  readonly note: string
  /** When the timer was started; null for what was written down. */
  readonly startedAt: Instant | null
  readonly isRunning: boolean
  readonly version: number
}

/** What can be set of an entry. */
export type TimePatch = {
  readonly [Field in 'day' | 'minutes' | 'note']?: TimeEntry[Field] | undefined
}

/** Who wants to change an entry, and what they may do where its item is. */
export type TimeEditor = {
  readonly personId: string
  readonly isContributor: boolean
  readonly isManager: boolean
}

const DAY_MIN = 1440
const MINUTE_MS = 60_000
const NOTE_MAX = 2000

/** Whether somebody may change an entry: contributors their own, managers all. */
export function mayChangeTime(entry: Pick<TimeEntry, 'personId'>, editor: TimeEditor): boolean {
  return editor.isManager || (editor.isContributor && entry.personId === editor.personId)
}

/** A written entry, or what is wrong with it. */
export function checkTime(entry: TimeEntry): Result<TimeEntry> {
  const refusal = faultOf(entry)
  return refusal ? err(refusal) : ok(entry)
}

function faultOf({ day, minutes, note, isRunning }: TimeEntry): Refusal | null {
  if (!isPlainDate(day)) return { code: 'cost.day_wrong', params: { day } }
  const isWhole = Number.isInteger(minutes) && minutes >= 1 && minutes <= DAY_MIN
  if (!isRunning && !isWhole) return { code: 'cost.minutes_wrong', params: { minutes } }
  if (note.length > NOTE_MAX) return { code: 'cost.note_too_long', params: { max: NOTE_MAX } }
  return null
}

/** An entry with other values. How long a timer has run is known only when it stops. */
export function changeTime(entry: TimeEntry, patch: TimePatch): Result<TimeEntry> {
  const { day = entry.day, minutes = entry.minutes, note = entry.note } = patch
  if (entry.isRunning && minutes !== entry.minutes) return err({ code: 'cost.still_running' })
  return checkTime({ ...entry, day, minutes, note, version: entry.version + 1 })
}

/**
 * Stops a timer. Begun minutes count from their half on, but none at all would be no entry: it is one
 * at least, and a day at most, for whoever forgot to stop it.
 */
export function stopTimer(entry: TimeEntry, now: Instant): Result<TimeEntry> {
  const { startedAt } = entry
  if (!entry.isRunning || startedAt === null) return err({ code: 'cost.not_running' })
  const minutes = Math.min(DAY_MIN, Math.max(1, Math.round((now - startedAt) / MINUTE_MS)))
  return ok({ ...entry, minutes, isRunning: false, version: entry.version + 1 })
}

/** Starts a timer; of one person only one runs, so the one before stops. */
export function startTimer(
  fresh: Pick<TimeEntry, 'id' | 'personId' | 'itemId' | 'day' | 'note'>,
  running: TimeEntry | null,
  now: Instant,
): Result<{ readonly started: TimeEntry; readonly stopped: TimeEntry | null }> {
  const started = checkTime({ ...fresh, minutes: 0, startedAt: now, isRunning: true, version: 1 })
  if (!started.ok) return started
  if (running === null) return ok({ started: started.value, stopped: null })
  const stopped = stopTimer(running, now)
  return stopped.ok ? ok({ started: started.value, stopped: stopped.value }) : stopped
}

/** How many minutes some entries are together; a running timer counts when it stops. */
export function sumMinutes(entries: readonly Pick<TimeEntry, 'minutes'>[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}
