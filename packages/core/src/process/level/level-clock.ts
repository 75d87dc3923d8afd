import type { Id, Instant } from '../../kernel/index.ts'
import { addLength, type Counting } from '../time/add-length.ts'
import { readLength } from '../time/written-length.ts'
import { msOf } from '../time/written-moment.ts'
import { type Escalation, LEVEL_POINTS, type LevelPoint, type ServiceLevel } from './service-level.ts'

/** A stretch during which the clock stood still. */
export type Pause = { readonly from: Instant; readonly to: Instant }

/** How one instance, or one step of it, stands against a level. */
export type LevelClock = {
  readonly id: Id<'LevelClock'>
  readonly levelId: Id<'ServiceLevel'>
  readonly instanceId: Id<'ProcessInstance'>
  /** Of a step: the activity; null: the whole instance. */
  readonly activityId: Id<'Activity'> | null
  readonly begunAt: Instant
  /** When each point is reached, as the calendar is now and as long as the clock does not stand still again. */
  readonly warnAt: Instant | null
  readonly goalAt: Instant | null
  readonly dueAt: Instant
  readonly pauses: readonly Pause[]
  readonly pausedAt: Instant | null
  readonly endedAt: Instant | null
  /** Points that were reached while it ran, in their order. */
  readonly passed: readonly LevelPoint[]
}

/** How it stands. */
export const LEVEL_STATES = ['running', 'paused', 'at-risk', 'breached', 'kept', 'late', 'missed'] as const
/** `late`: done after the goal and before the deadline; `missed`: done after the deadline. */
export type LevelState = (typeof LEVEL_STATES)[number]

/** What a clock begins with. */
export type ClockStart = Pick<LevelClock, 'id' | 'instanceId' | 'activityId' | 'begunAt'>

/** Begins to count. */
export function beginClock(start: ClockStart, level: ServiceLevel, counting: Counting): LevelClock {
  const still = { pauses: [], pausedAt: null, endedAt: null, passed: [] }
  return recountClock({ ...start, levelId: level.id, ...NO_POINTS, ...still }, level, counting)
}

const NO_POINTS = { warnAt: null, goalAt: null, dueAt: 0 }

/** Counts anew when each point is reached: the level or its calendar was changed, or the clock stood still. */
export function recountClock(clock: LevelClock, level: ServiceLevel, counting: Counting): LevelClock {
  const { begunAt, pauses } = clock
  const after = (text: string) => {
    const length = readLength(text)
    if (length === null) throw new TypeError(`a service level has the length ${text}`)
    return Math.min(addLength(begunAt, length, counting), LAST)
  }
  const dueAt = after(level.deadline)
  const shifted = (at: Instant) => shift(at, pauses, counting)
  return {
    ...clock,
    dueAt: shifted(dueAt),
    goalAt: level.goal === null ? null : shifted(after(level.goal)),
    warnAt:
      level.warnPercent === null ? null : shifted(shareOf({ begunAt, dueAt }, level.warnPercent, counting)),
  }
}

/** The last moment that is planned: 2200-12-31. */
const LAST: Instant = Date.UTC(2201, 0, 1) - 1
const MS = 60_000

/** The moment at which a share of the time is over, in the time that is counted. */
function shareOf(
  { begunAt, dueAt }: Pick<LevelClock, 'begunAt' | 'dueAt'>,
  percent: number,
  { working }: Counting,
): Instant {
  if (working === null) return begunAt + Math.round(((dueAt - begunAt) * percent) / 100)
  const minutes = working.minutesBetween(begunAt / MS, dueAt / MS)
  return msOf(working.addMinutes(begunAt / MS, (minutes * percent) / 100))
}

/** Later by as much as the clock stood still before. */
function shift(at: Instant, pauses: readonly Pause[], { working }: Counting): Instant {
  let later = at
  for (const { from, to } of pauses) {
    if (from >= later) continue
    later = working
      ? msOf(working.addMinutes(later / MS, working.minutesBetween(from / MS, to / MS)))
      : later + (to - from)
  }
  return Math.min(later, LAST)
}

/** The clock stands still from now on. */
export function pauseClock(clock: LevelClock, now: Instant): LevelClock {
  return clock.pausedAt === null && clock.endedAt === null ? { ...clock, pausedAt: now } : clock
}

/** The clock goes on; every point is reached later by as much. */
export function resumeClock(
  clock: LevelClock,
  now: Instant,
  { level, counting }: { readonly level: ServiceLevel; readonly counting: Counting },
): LevelClock {
  if (clock.pausedAt === null) return clock
  const pauses = [...clock.pauses, { from: clock.pausedAt, to: now }]
  return recountClock({ ...clock, pauses, pausedAt: null }, level, counting)
}

/** The work is done, or is not to be done any more. */
export function endClock(clock: LevelClock, now: Instant): LevelClock {
  return clock.endedAt === null ? { ...clock, endedAt: now } : clock
}

/** The moment of a point; null: there is none. */
export function momentOfPoint(clock: LevelClock, point: LevelPoint): Instant | null {
  return { warning: clock.warnAt, goal: clock.goalAt, deadline: clock.dueAt }[point]
}

/** When somebody has to look at the clock next; null: it stands still, is over, or has nothing before it. */
export function nextLook(clock: LevelClock): Instant | null {
  if (clock.endedAt !== null || clock.pausedAt !== null) return null
  const left = LEVEL_POINTS.filter((point) => !clock.passed.includes(point))
  const moments = left.flatMap((point) => momentOfPoint(clock, point) ?? [])
  return moments.length === 0 ? null : Math.min(...moments)
}

/** Goes past the points that have been reached. What is done at each is done once, whatever happens to the clock later. */
export function passPoints(
  clock: LevelClock,
  level: ServiceLevel,
  now: Instant,
): { readonly clock: LevelClock; readonly escalations: readonly Escalation[] } {
  if (clock.endedAt !== null || clock.pausedAt !== null) return { clock, escalations: [] }
  const reached = LEVEL_POINTS.filter((point) => {
    const at = momentOfPoint(clock, point)
    return at !== null && at <= now && !clock.passed.includes(point)
  })
  const escalations = level.escalations.filter(({ at }) => reached.includes(at))
  return { clock: { ...clock, passed: [...clock.passed, ...reached] }, escalations }
}

/** How a clock stands at a moment. */
export function levelState(clock: LevelClock, now: Instant): LevelState {
  const { endedAt, pausedAt, dueAt, goalAt, warnAt } = clock
  if (endedAt !== null) {
    if (endedAt > dueAt) return 'missed'
    return goalAt !== null && endedAt > goalAt ? 'late' : 'kept'
  }
  const at = pausedAt ?? now
  if (at > dueAt) return 'breached'
  if (pausedAt !== null) return 'paused'
  const risk = warnAt ?? goalAt
  return risk !== null && at >= risk ? 'at-risk' : 'running'
}
