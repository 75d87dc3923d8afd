import {
  dayNumber,
  type Id,
  type Instant,
  nextDay,
  type PlainDate,
  plainDate,
  type RecurrenceRule,
} from '../../kernel/index.ts'
import type { TimerDue } from '../engine/machine.ts'
import type { TimerCycle, TimerRule } from '../engine/state.ts'
import type { Counting } from '../time/add-length.ts'
import { msOf } from '../time/written-moment.ts'

/** By what instances are started again and again. */
export type StartRule =
  | {
      readonly kind: 'days'
      readonly rule: Exclude<RecurrenceRule, { kind: 'afterDone' }>
      /** Minutes after midnight on the wall of the organisation. */
      readonly minute: number
      /** Every other, third… is counted from here. */
      readonly anchorOn: PlainDate
      /** The last day; null: without an end. */
      readonly endsOn: PlainDate | null
      /** Where a day off leads: nowhere else, to the next working day, or to the last one before. */
      readonly shift: 'none' | 'next' | 'previous'
    }
  /** As a timer at the start of a model says. */
  | { readonly kind: 'timer'; readonly timer: TimerRule }

/** What is done about starts whose time went by unseen. */
export const MISSED_STARTS = ['one', 'all', 'none'] as const
/** The last of them, every one, or none. */
export type MissedStarts = (typeof MISSED_STARTS)[number]

/** Where a schedule is: the start that comes next. */
export type NextStart = {
  readonly at: Instant
  /** The day by the rule, wherever a day off has led. */
  readonly on: PlainDate
  readonly cycle: TimerCycle | null
}

/** When instances of a process are started by themselves. */
export type StartSchedule = {
  readonly id: Id<'StartSchedule'>
  readonly processId: Id<'Container'>
  /** The start event of the model that says it; null: people do. */
  readonly elementId: string | null
  /** What instances are called; `{date}`, `{week}`, `{month}`, `{year}` and `{number}` are filled in. */
  readonly title: string
  readonly rule: StartRule
  readonly calendarId: Id<'Calendar'> | null
  readonly missed: MissedStarts
  /** What they begin with. */
  readonly values: Readonly<Record<string, unknown>>
  readonly pausedAt: Instant | null
  /** Null: it is over. */
  readonly next: NextStart | null
  /** How many it has started. */
  readonly started: number
  readonly version: number
}

/** How days and timers are counted for a schedule. */
export type ScheduleClock = {
  readonly counting: Counting
  readonly dueOf: (rule: TimerRule, cycle: TimerCycle | null) => TimerDue
}

const DAY_MIN = 1440
const MS = 60_000
const MONDAY = 1

/** The first start of a rule behind a moment; null: there is none. */
export function firstStart(rule: StartRule, after: Instant, clock: ScheduleClock): NextStart | null {
  if (rule.kind === 'timer') return byTimer(rule.timer, null, clock)
  const today = plainDate(Math.floor(clock.counting.wall.wallOf(after / MS) / DAY_MIN))
  // A day off of last week may have led to today, one of next week too.
  return byDays(rule, { on: backFrom(today), after }, clock)
}

/** The start behind another; null: that was the last. */
export function startAfter(
  rule: StartRule,
  { at, on, cycle }: NextStart,
  clock: ScheduleClock,
): NextStart | null {
  if (rule.kind === 'days') return byDays(rule, { on, after: at }, clock)
  if (cycle === null || cycle.left === 0) return null
  const left = cycle.left === null ? null : cycle.left - 1
  return byTimer(rule.timer, { nth: cycle.nth + 1, left, after: at }, clock)
}

function byTimer(
  rule: TimerRule,
  cycle: TimerCycle | null,
  { counting, dueOf }: ScheduleClock,
): NextStart | null {
  const due = dueOf(rule, cycle)
  if (!due.ok) return null
  const on = plainDate(Math.floor(counting.wall.wallOf(due.dueAt / MS) / DAY_MIN))
  return { at: due.dueAt, on, cycle: due.cycle }
}

const BACK_DAYS = 14

function backFrom(day: PlainDate): PlainDate {
  return plainDate((dayNumber(day) ?? 0) - BACK_DAYS)
}

type Days = Extract<StartRule, { kind: 'days' }>

/** Days that lead to the same working day are one start. */
function byDays(
  { rule, minute, anchorOn, endsOn, shift }: Days,
  { on, after }: { readonly on: PlainDate; readonly after: Instant },
  { counting }: ScheduleClock,
): NextStart | null {
  const frame = { anchorOn, weekStart: MONDAY }
  for (let day = nextDay(rule, on, frame); day !== null; day = nextDay(rule, day, frame)) {
    if (endsOn !== null && day > endsOn) return null
    const led = shifted(dayNumber(day) ?? 0, shift, counting)
    if (led === null) return null
    const at = msOf(counting.wall.momentOf(led * DAY_MIN + minute))
    if (at > after) return { at, on: day, cycle: null }
  }
  return null
}

function shifted(day: number, shift: Days['shift'], { working }: Counting): number | null {
  if (shift === 'none' || working === null) return day
  return shift === 'next' ? working.nextWorkingDay(day) : working.lastWorkingDay(day)
}

/** The next starts of a schedule as things are, for people to look at. */
export function previewStarts(
  { rule, next }: Pick<StartSchedule, 'rule' | 'next'>,
  clock: ScheduleClock,
  most: number,
): readonly NextStart[] {
  const found: NextStart[] = []
  for (let one = next; one !== null && found.length < most; one = startAfter(rule, one, clock))
    found.push(one)
  return found
}

/** More starts than this are not made up at once, whatever was missed. */
export const STARTS_MAX_AT_ONCE = 50
/** Whoever comes so much later has not missed it. */
const GRACE_MS = 3_600_000

/**
 * What is to be started now, and where the schedule is then. Of what has come in the meantime the policy says how
 * much is made up; the rest is passed over.
 */
export function dueStarts(
  schedule: StartSchedule,
  now: Instant,
  clock: ScheduleClock,
): { readonly starts: readonly NextStart[]; readonly schedule: StartSchedule } {
  if (schedule.pausedAt !== null) return { starts: [], schedule }
  const come: NextStart[] = []
  let { next } = schedule
  while (next !== null && next.at <= now) {
    come.push(next)
    // What was missed for years is passed over, not counted through.
    if (come.length > STARTS_MAX_AT_ONCE) come.shift()
    next = startAfter(schedule.rule, next, clock)
  }
  const starts = madeUp(come, schedule.missed, now)
  return { starts, schedule: { ...schedule, next, started: schedule.started + starts.length } }
}

function madeUp(come: readonly NextStart[], missed: MissedStarts, now: Instant): readonly NextStart[] {
  if (missed === 'all') return come
  const last = come.slice(-1)
  return missed === 'one' ? last : last.filter(({ at }) => now - at <= GRACE_MS)
}

/** Goes on after a pause: what came in the meantime was not missed. */
export function resumeSchedule(schedule: StartSchedule, now: Instant, clock: ScheduleClock): StartSchedule {
  let { next } = schedule
  while (next !== null && next.at <= now) next = startAfter(schedule.rule, next, clock)
  return { ...schedule, pausedAt: null, next }
}

/** What an instance is called that a schedule starts. */
export function titleOfStart(pattern: string, { on }: Pick<NextStart, 'on'>, number: number): string {
  const filled: Readonly<Record<string, string>> = {
    date: on,
    week: weekOf(on),
    month: on.slice(0, 7),
    year: on.slice(0, 4),
    number: String(number),
  }
  return pattern.replace(/\{(\w+)\}/g, (written, name: string) => filled[name] ?? written)
}

/** The week of a day, as ISO 8601 counts them: the one that its Thursday is in. */
function weekOf(day: PlainDate): string {
  const number = dayNumber(day) ?? 0
  const thursday = number - ((number + 3) % 7) + 3
  const year = plainDate(thursday).slice(0, 4)
  const week = Math.floor((thursday - (dayNumber(`${year}-01-01`) ?? 0)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
