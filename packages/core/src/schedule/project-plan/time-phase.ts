import {
  aroundTheClock,
  compileCalendars,
  dayStarts,
  type Minute,
  type Timeline,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { Id, Instant } from '../../kernel/index.ts'
import type { PlanInput } from '../network/plan.ts'
import { type Gap, layGaps, type Split } from '../network/splits.ts'
import type { ProjectPlan } from './project-plan.ts'
import { toPlanInput } from './to-plan-input.ts'

const MINUTE_MS = 60_000
const DAY_MIN = 1440
/** Up to two months are told by days, longer by weeks: about as many points as a line of the page shows. */
const DAYS_MAX = 62

/** Days or weeks that follow each other. */
export type Periods = {
  readonly kind: 'day' | 'week'
  /** Moments at which they begin, and at which the last one ends. */
  readonly edges: readonly Instant[]
}

/** Days or weeks (from Monday on) of a time zone that span two moments. */
export function periodsBetween(from: Instant, to: Instant, timeZone: string): Periods {
  const dayOf = (at: Instant) => Math.floor(at / MINUTE_MS / DAY_MIN)
  // A zone is up to a day ahead or behind.
  const [low, high] = [dayOf(from) - 1, dayOf(Math.max(from, to)) + 2]
  const starts = dayStarts(timeZone, low, high + 8)
  const startOf = (day: number) => (starts[day - low] ?? 0) * MINUTE_MS
  let first = low
  while (startOf(first + 1) <= from) first += 1
  let last = first + 1
  while (startOf(last) < to) last += 1
  if (last - first <= DAYS_MAX) return { kind: 'day', edges: range(first, last, 1).map(startOf) }
  // 1970-01-01 was a Thursday.
  const monday = first - ((((first + 3) % 7) + 7) % 7)
  const weeks = dayStarts(timeZone, monday, last + 8)
  return {
    kind: 'week',
    edges: range(monday, last + 6, 7).map((day) => (weeks[day - monday] ?? 0) * MINUTE_MS),
  }
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

/** Where a moment lies in periods: 2.5 is the middle of the third. Before the first it is below 0. */
export function placeIn({ edges }: Periods, at: Instant): number {
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  const length = (last - first) / Math.max(1, edges.length - 1)
  if (at < first) return (at - first) / length
  if (at >= last) return edges.length - 1 + (at - last) / length
  const index = lastAtMost(edges, at)
  const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0]
  return index + (at - from) / (to - from)
}

function lastAtMost(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Something that is worked on between two moments, by a calendar of the project or, null, by its own. */
export type WorkedSpan = {
  readonly itemId: Id<'WorkItem'>
  readonly calendarId: Id<'Calendar'> | null
  readonly isElapsed: boolean
  readonly startAt: Instant
  readonly finishAt: Instant
  /** Gaps in its work, in which there is none of it. */
  readonly splits: readonly Split[]
}

/** Working minutes in each period from the first one that a span touches. */
export type PhasedWorkMin = { readonly firstPeriod: number; readonly workMin: readonly number[] }

/** What working time a plan goes by. */
type CalendarsOfPlan = Pick<ProjectPlan, 'calendars' | 'settings' | 'timeZone' | 'laterPhaseIds'>

/** Spreads work over periods by working time: holidays and weekends have none of it. */
export function timePhase(
  plan: CalendarsOfPlan,
  periods: Periods,
  spans: readonly WorkedSpan[],
): ReadonlyMap<string, PhasedWorkMin> {
  const { calendars, options } = calendarsOf(plan)
  const lines = compileCalendars(calendars, options.startAt)
  const clock = aroundTheClock()
  const edges = periods.edges.map((at) => at / MINUTE_MS)
  return new Map(
    spans.map((span) => {
      const line = span.isElapsed ? clock : (lines.get(span.calendarId ?? options.calendarId) ?? clock)
      return [span.itemId, phaseOf(line, edges, span)]
    }),
  )
}

function phaseOf(line: Timeline, edges: readonly Minute[], span: WorkedSpan): PhasedWorkMin {
  const start = span.startAt / MINUTE_MS
  const finish = Math.max(start, span.finishAt / MINUTE_MS)
  const gaps = layGaps(line, span.splits, { start, finish })
  const firstPeriod = Math.max(0, Math.min(edges.length - 2, lastAtMost(edges, start)))
  const workMin: number[] = []
  for (const [index, to] of edges.slice(firstPeriod + 1).entries()) {
    const from = Math.max(start, edges[firstPeriod + index] ?? start)
    workMin.push(workedIn(line, gaps, { from, to: Math.min(finish, to) }))
    if (to >= finish) break
  }
  return { firstPeriod, workMin }
}

function workedIn(line: Timeline, gaps: readonly Gap[], { from, to }: { from: Minute; to: Minute }): number {
  const between = (one: Minute, other: Minute) => Math.max(0, line.toWork(other) - line.toWork(one))
  const rest = (sum: number, { startAt, finishAt }: Gap) =>
    sum + between(Math.max(from, startAt), Math.max(from, Math.min(to, finishAt)))
  return Math.max(0, between(from, to) - gaps.reduce(rest, 0))
}

/** The calendars of the project, with the one of plans that name none. */
function calendarsOf(plan: CalendarsOfPlan): {
  calendars: readonly WorkingCalendar[]
  options: PlanInput['options']
} {
  return toPlanInput({ ...plan, rows: [], links: [], resources: [], assignments: [] })
}
