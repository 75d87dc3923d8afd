import { compileCalendars, type Timeline } from '../../calendar/index.ts'
import { type Id, type Instant, plainDate } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { isHard } from '../conflict/find-contradictions.ts'
import type { HealthLink, HealthPlan, HealthTask } from '../health/health.ts'
import { findOverloads } from '../level-plan/overloads.ts'
import type { OutsideWork } from '../level-plan/resources.ts'
import { skillLoadOf } from '../level-plan/skill-load.ts'
import type { PlanInput } from '../network/plan.ts'
import type { WorkFields } from './change-plan-fields.ts'
import { type ProjectPool, poolOfProject } from './pool-of-project.ts'
import type { ProjectPlan, ProjectRow } from './project-plan.ts'
import { toPlanInput } from './to-plan-input.ts'

const MINUTE_MS = 60_000
/** A working day where floats and durations are counted in days. */
const DAY_MIN = 480
const DAY_CLOCK_MIN = 1440
const SOFT = new Set(['SNET', 'FNET', 'ALAP'])

/** A row with the float that the last calculation found; null: the plan is not calculated. */
export type FloatingRow = ProjectRow &
  Pick<WorkFields, 'quantity' | 'normMin'> & { readonly totalFloatMin: number | null }

/** What is known of the plan of a project when its health is asked for. */
export type ProjectHealthFacts = {
  readonly plan: Omit<ProjectPlan, 'rows'> & { readonly rows: readonly FloatingRow[] }
  /** Finishes of the baseline to compare with, by item. */
  readonly baselineFinishes: ReadonlyMap<Id<'WorkItem'>, Instant>
  /** What other projects ask of the resources. */
  readonly outside: readonly OutsideWork[]
  /** Items whose effort is the one that is usual for their type. */
  readonly usualEffortIds: ReadonlySet<string>
  /** What should have happened by now: the status date, or this moment. */
  readonly statusAt: Instant
}

/**
 * The plan of a project as `assessHealth` looks at it: its items that have a place in time, and the load of
 * this plan on its resources beside what other projects ask of them. Work counts as estimated when somebody said what effort it takes.
 */
export function healthPlanOf(facts: ProjectHealthFacts): HealthPlan {
  const { plan } = facts
  const input = toPlanInput(plan)
  const pool = poolOfProject(plan)
  const kept = new Set(input.tasks.map(({ id }) => id))
  const rows = plan.rows.filter(({ itemId }) => kept.has(itemId))
  const durations = new Map(input.tasks.map(({ id, durationMin }) => [id, durationMin]))
  const assigned = new Set(pool.assignments.map(({ itemId }) => itemId))
  const overloaded = overloadedIn(input, facts, pool)
  return {
    tasks: rows.map((row) => taskOf(row, facts, { durations, assigned })),
    links: input.links.map(({ fromId, toId, kind, lag }): HealthLink => {
      // A share of a duration leads or lags as its sign does.
      return { from: fromId, to: toId, kind, lagMin: lag }
    }),
    ...(plan.outside && {
      outside: { waiting: plan.outside.links.map(({ toId }) => toId), awaited: plan.outside.awaitedIds },
    }),
    resources: [
      ...pool.resources.map(({ id }) => ({ id, isOverloaded: overloaded.has(id) })),
      ...skillsIn(input, facts, pool),
    ],
    dayMin: DAY_MIN,
    ...lengthOf(input, rows),
  }
}

type Known = {
  readonly durations: ReadonlyMap<string, number>
  readonly assigned: ReadonlySet<string>
}

function taskOf(row: FloatingRow, facts: ProjectHealthFacts, { durations, assigned }: Known): HealthTask {
  const { itemId, isSummary, isMilestone, totalFloatMin } = row
  const { statusAt } = facts
  const baselineAt = facts.baselineFinishes.get(itemId) ?? null
  const finishAt = row.actualFinishAt ?? row.finishAt
  return {
    id: itemId,
    isDerived: isSummary,
    isFinished: row.isDone || row.actualFinishAt !== null,
    durationMin: isMilestone ? 0 : (durations.get(itemId) ?? 0),
    totalFloatMin,
    constraint: constraintOf(row),
    hasResource: assigned.has(itemId),
    hasNorm: (row.quantity !== null && row.normMin !== null) || facts.usualEffortIds.has(itemId),
    hasInvalidDate: hasInvalidDate(row, statusAt),
    isDue: baselineAt !== null && baselineAt <= statusAt,
    isLate: baselineAt !== null && finishAt !== null && finishAt > baselineAt,
  }
}

function constraintOf({ constraintKind }: FloatingRow): HealthTask['constraint'] {
  if (constraintKind === null) return 'none'
  if (isHard(constraintKind)) return 'hard'
  return SOFT.has(constraintKind) ? 'soft' : 'none'
}

/** Planned for a time that has passed without happening, or said to have happened in the future. */
function hasInvalidDate(row: FloatingRow, statusAt: Instant): boolean {
  const { startAt, finishAt, actualStartAt, actualFinishAt, isDone } = row
  if ([actualStartAt, actualFinishAt].some((at) => at !== null && at > statusAt)) return true
  if (isDone || actualFinishAt !== null) return false
  const isStartPast = actualStartAt === null && startAt !== null && startAt < statusAt
  return isStartPast || (finishAt !== null && finishAt < statusAt)
}

function overloadedIn(
  input: PlanInput,
  { plan: { rows }, outside }: ProjectHealthFacts,
  pool: ProjectPool,
): ReadonlySet<string> {
  if (pool.assignments.length === 0) return new Set()
  const found = findOverloads({ plans: [input], ...pool, outside }, datesOf(rows))
  return new Set(found.map(({ resourceId }) => resourceId))
}

/** Skills that somebody is still to be chosen by, and whether on some day more is asked of all who have them than there is. */
function skillsIn(
  input: PlanInput,
  { plan: { rows }, outside }: ProjectHealthFacts,
  pool: ProjectPool,
): HealthPlan['resources'] {
  const dates = datesOf(rows)
  if (dates.length === 0 || pool.assignments.every(({ resourceId }) => resourceId !== null)) return []
  // A day more at both ends: those of the plan may be others than days of UTC.
  const dayAt = (at: number, more: number) => plainDate(Math.floor(at / DAY_CLOCK_MIN) + more)
  const span = {
    fromOn: dayAt(
      dates.reduce((first, { startAt }) => Math.min(first, startAt), Infinity),
      -1,
    ),
    toOn: dayAt(
      dates.reduce((last, { finishAt }) => Math.max(last, finishAt), -Infinity),
      1,
    ),
    by: 'day',
  } as const // One of the lengths.
  return skillLoadOf({ plans: [input], ...pool, outside }, dates, span).map(({ skill, buckets }) => ({
    id: skill,
    // A minute more, as rounding gives it, is not too much.
    isOverloaded: buckets.some(
      ({ workMin, openMin, capacityMin }) => openMin > 0 && workMin > capacityMin + 1,
    ),
  }))
}

function datesOf(rows: readonly FloatingRow[]): readonly DatedTask[] {
  return rows.flatMap(({ itemId, startAt, finishAt }) =>
    startAt === null || finishAt === null
      ? []
      : [
          {
            id: itemId,
            startAt: Math.floor(startAt / MINUTE_MS),
            finishAt: Math.floor(finishAt / MINUTE_MS),
          },
        ],
  )
}

/** From the first start to the last finish, and the least float on the way; null where nothing is calculated. */
function lengthOf(input: PlanInput, rows: readonly FloatingRow[]) {
  const leaves = rows.filter(({ isSummary, totalFloatMin }) => !isSummary && totalFloatMin !== null)
  const line: Timeline | undefined = compileCalendars(input.calendars, input.options.startAt).get(
    input.options.calendarId,
  )
  const workOf = (at: Instant) => line?.toWork(Math.floor(at / MINUTE_MS)) ?? 0
  let [first, last, float] = [Infinity, -Infinity, Infinity]
  for (const { startAt, finishAt, totalFloatMin } of leaves) {
    if (startAt !== null) first = Math.min(first, startAt)
    if (finishAt !== null) last = Math.max(last, finishAt)
    float = Math.min(float, totalFloatMin ?? Infinity)
  }
  const isKnown = Number.isFinite(first) && Number.isFinite(last) && Number.isFinite(float)
  return {
    criticalLengthMin: isKnown ? workOf(last) - workOf(first) : null,
    projectFloatMin: isKnown ? float : null,
  }
}
