import type { Minute, WorkingCalendar } from '../../calendar/index.ts'
import type { Checker, DatedTask } from '../check/check-plan.ts'
import { minutesOf, type WorksAt, wallClock } from '../check/minutes.ts'
import type { PlanInput, PlanTask } from '../network/plan.ts'
import { type LevelInput, PRIORITY_MAX } from './level-input.ts'
import type { LevelledPlans } from './level-plans.ts'
import { type MinuteDemand, MinuteDemands } from './minute-demands.ts'
import type { PlanAssignment, PlanResource } from './resources.ts'

/** What a checker is told of a levelling: dates, who does what, and what is admitted. */
export type Levelled = Pick<LevelledPlans, 'tasks' | 'assignments' | 'brokenLinkIds'>

/** What the checker of levelled plans looks everything up in. */
export type CheckBook = {
  readonly dateOf: ReadonlyMap<string, DatedTask>
  readonly demands: MinuteDemands
  readonly isSummary: (id: string) => boolean
  /** Whether levelling was to place it, and says that it did. */
  readonly isFree: (id: string) => boolean
  /** Whether others may have too little because of it: work under way, and what is said not to fit. */
  readonly isExcused: (id: string) => boolean
  /**
   * All dates; that of a summary as what was levelled below it has them: what waits for its gate. Null: nothing
   * below it does.
   */
  readonly datesTo: (summaryId: string) => ReadonlyMap<string, DatedTask> | null
  readonly staysAt: (id: string) => DatedTask | null
  readonly checkerOf: (plan: PlanInput) => Checker
  /** What outside work asks for, minute by minute. */
  readonly outside: () => readonly MinuteDemand[]
}

/** Makes the book of a levelling. */
export function checkBook(input: LevelInput, levelled: Levelled): CheckBook {
  const rows = input.plans.flatMap((plan) => plan.tasks)
  const taskOf = new Map(rows.map((task) => [task.id, task]))
  const parents = new Set(rows.map(({ parentId }) => parentId))
  const levelledOf = new Map(levelled.tasks.map((task) => [task.id, task]))
  const isSummary = (id: string) => parents.has(id)
  const isUnfit = (id: string) => levelledOf.get(id)?.reason.kind === 'unfit'
  const staysAt = (id: string) => stays(input, taskOf.get(id), levelledOf.get(id)?.before)
  const isMovable = (task: PlanTask | undefined) =>
    task !== undefined && !task.actual && !task.manual && task.kind !== 'hammock'
  const works = worksOf(input)
  const workers = workersOf(input, works)
  const demands = new MinuteDemands({ workers, works, takenBy: takenBy(input, levelled) })
  const isFree = (id: string) =>
    isMovable(taskOf.get(id)) && !isSummary(id) && staysAt(id) === null && !isUnfit(id)
  const below = (id: string): readonly DatedTask[] =>
    rows
      .filter(({ parentId }) => parentId === id)
      .flatMap((row) => {
        const date = levelledOf.get(row.id)
        return isSummary(row.id) ? below(row.id) : date && isFree(row.id) ? [date] : []
      })
  return {
    dateOf: levelledOf,
    demands,
    isSummary,
    isFree,
    datesTo: (id) => {
      const free = below(id)
      if (free.length === 0) return null
      const startAt = Math.min(...free.map((date) => date.startAt))
      return new Map<string, DatedTask>(levelledOf).set(id, { id, startAt, finishAt: startAt })
    },
    isExcused: (id) => isUnfit(id) || taskOf.get(id)?.actual?.finishAt === null,
    staysAt,
    outside: () => outsideMinutes(input, workers),
    checkerOf: (plan) => {
      const measured = plan.tasks.map((task) => ({ ...task, durationMin: demands.lengthOf(task) }))
      return {
        input: { ...plan, tasks: measured },
        taskOf: new Map(measured.map((task) => [task.id, task])),
        dateOf: levelledOf,
        isSummary,
        works: (calendarId) => works(calendarId ?? plan.options.calendarId),
        worksFor: (task) => demands.worksFor(plan, task),
      }
    },
  }
}

function worksOf(input: LevelInput): (calendarId: string) => WorksAt {
  const calendars = calendarsOf(input)
  const known = new Map(calendars.map((calendar) => [calendar.id, minutesOf(calendar, calendars)]))
  return (calendarId) => known.get(calendarId) ?? (() => true)
}

function calendarsOf({ plans, calendars = [] }: LevelInput): readonly WorkingCalendar[] {
  return [...plans.flatMap((plan) => plan.calendars), ...calendars]
}

function workersOf(input: LevelInput, works: (calendarId: string) => WorksAt) {
  const { plans, resources } = input
  const calendars = calendarsOf(input)
  return new Map(
    resources.map((resource) => {
      const calendarId = resource.calendarId ?? plans[0]?.options.calendarId ?? ''
      const zone = calendars.find(({ id }) => id === calendarId)?.timeZone ?? 'UTC'
      return [resource.id, { resource, works: withinLimits(works(calendarId), resource, zone) }]
    }),
  )
}

/** Outside work is spread over the minutes in which its resource works; where there are none, over all. */
function outsideMinutes(
  { outside = [] }: LevelInput,
  workers: ReturnType<typeof workersOf>,
): readonly MinuteDemand[] {
  return outside.flatMap(({ resourceId, startAt, finishAt, workMin }) => {
    const all = Array.from({ length: Math.max(0, finishAt - startAt) }, (_, index) => startAt + index)
    const working = all.filter((at) => workers.get(resourceId)?.works(at) === true)
    const minutes = working.length > 0 ? working : all
    return minutes.map((at): MinuteDemand => ({ resourceId, at, units: workMin / minutes.length }))
  })
}

function takenBy({ assignments }: LevelInput, levelled: Levelled) {
  const doneBy = new Map(levelled.assignments.map(({ id, resourceId }) => [id, resourceId]))
  const byItem = Map.groupBy(
    assignments.map(
      (each): PlanAssignment => ({
        ...each,
        resourceId: doneBy.has(each.id) ? (doneBy.get(each.id) ?? null) : each.resourceId,
      }),
    ),
    ({ itemId }) => itemId,
  )
  return (id: string) => byItem.get(id) ?? []
}

type Dates = { readonly startAt: Minute; readonly finishAt: Minute }

/** Where something stays: planned by hand, frozen, or never moved. */
function stays(
  { items = [], frozenUntil }: LevelInput,
  task: PlanTask | undefined,
  before: Dates | undefined,
): DatedTask | null {
  if (!task || task.actual || !before) return null
  const id = task.id
  if (task.manual) return { id, ...task.manual }
  const priority = items.find(({ itemId }) => itemId === id)?.priority ?? 0
  const isFrozen = frozenUntil !== null && before.startAt < frozenUntil
  return task.kind !== 'hammock' && (priority >= PRIORITY_MAX || isFrozen) ? { id, ...before } : null
}

/** A resource works the first minutes of its day and of its week only. */
function withinLimits(works: WorksAt, { limits }: PlanResource, timeZone: string): WorksAt {
  if (!limits) return works
  const wall = wallClock(timeZone)
  const byDay = firstOf(works, (at) => Math.floor(wall(at) / 1440), limits.dayMin)
  // 1970-01-01 was a Thursday.
  return firstOf(byDay, (at) => Math.floor((wall(at) / 1440 - 4) / 7), limits.weekMin)
}

/** The first working minutes of each period; null: all. */
function firstOf(works: WorksAt, periodOf: (at: Minute) => number, limit: number | null): WorksAt {
  if (limit === null) return works
  const known = new Map<number, ReadonlySet<Minute>>()
  const list = (period: number, at: Minute) => {
    let first = at
    while (periodOf(first - 1) === period) first -= 1
    const minutes = new Set<Minute>()
    for (let now = first; periodOf(now) === period && minutes.size < limit; now += 1) {
      if (works(now)) minutes.add(now)
    }
    return minutes
  }
  return (at) => {
    const period = periodOf(at)
    const minutes = known.get(period) ?? list(period, at)
    known.set(period, minutes)
    return minutes.has(at)
  }
}
