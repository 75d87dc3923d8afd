import type { Minute } from '../../calendar/index.ts'
import type { PlanOptions, PlanTask } from '../network/plan.ts'
import { CLOCK, LineBook } from './line-book.ts'
import type { OutsideWork, PlanAssignment, PlanResource, PooledPlans } from './resources.ts'

/** How much of a resource there is from a moment on. */
export type CapacityStep = { readonly fromAt: Minute; readonly units: number }

/** A resource on its line. */
export type PoolResource = {
  readonly source: PlanResource
  readonly line: number
  readonly timeZone: string
  /** In their order; the first from ever. */
  readonly steps: readonly CapacityStep[]
}

/** An item that takes resources. */
export type PoolTask = {
  readonly task: PlanTask
  readonly options: PlanOptions
  /** Its own line, without what its resources say. */
  readonly line: number
  /** As its plan has it: with the calendars of whoever it is done with. */
  readonly plannedLine: number
  readonly assignments: readonly PlanAssignment[]
}

/** Plans and resources by their places, whatever order they came in: that of their ids. */
export type Pool = {
  readonly lines: LineBook
  readonly tasks: readonly PoolTask[]
  readonly resources: readonly PoolResource[]
  readonly resourceOf: ReadonlyMap<string, number>
  readonly outside: readonly OutsideWork[]
}

/** Puts plans that `PlanNetwork` accepts together with their resources; what names something unknown is left out. */
export function poolOf({ plans, resources, assignments, calendars = [], outside = [] }: PooledPlans): Pool {
  const startAt = Math.min(...plans.map(({ options }) => options.startAt))
  const lines = new LineBook(
    [...plans.flatMap((plan) => plan.calendars), ...calendars],
    Number.isFinite(startAt) ? startAt : 0,
  )
  const ordinary = plans[0]?.options.calendarId ?? ''
  const pooled = resources
    .toSorted(byId)
    .map((source) => poolResource(lines, source, source.calendarId ?? ordinary))
  const resourceOf = new Map(pooled.map(({ source }, index) => [source.id, index]))
  const assignmentsOf = Map.groupBy(assignments.toSorted(byId), ({ itemId }) => itemId)
  const tasks = plans.flatMap(({ tasks: rows, options }) => {
    const parents = new Set(rows.map(({ parentId }) => parentId))
    return rows.map((task): PoolTask => {
      const line = task.isElapsed ? CLOCK : lines.ofCalendar(task.calendarId ?? options.calendarId)
      return {
        task,
        options,
        line,
        plannedLine: plannedLine(lines, task, line),
        assignments: parents.has(task.id) ? [] : (assignmentsOf.get(task.id) ?? []),
      }
    })
  })
  return {
    ...{ lines, resourceOf, resources: pooled },
    tasks: tasks.toSorted((a, b) => byId(a.task, b.task)),
    outside: outside.toSorted(byId),
  }
}

/** In the order of ids: that of making things, and the same for whoever lists them. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}

/** Those who never meet are not waited for. */
function plannedLine(
  lines: LineBook,
  { isElapsed, resourceCalendarIds = [] }: PlanTask,
  own: number,
): number {
  if (isElapsed) return own
  const joint = resourceCalendarIds.reduce((line, id) => lines.both(line, lines.ofCalendar(id)), own)
  return lines.isEmpty(joint) ? own : joint
}

function poolResource(lines: LineBook, source: PlanResource, calendarId: string): PoolResource {
  const { maxUnits, changes = [], limits = { dayMin: null, weekMin: null } } = source
  const timeZone = lines.zoneOf(calendarId)
  const line = lines.ofCalendar(calendarId)
  const isLimited = limits.dayMin !== null || limits.weekMin !== null
  const later = changes
    .toSorted((a, b) => a.fromAt - b.fromAt)
    .map((change): CapacityStep => ({ fromAt: change.fromAt, units: change.maxUnits }))
  return {
    source,
    line: isLimited ? lines.limited(line, { timeZone, ...limits }) : line,
    timeZone,
    steps: [{ fromAt: Number.NEGATIVE_INFINITY, units: maxUnits }, ...later],
  }
}
