import type { Minute, Spans, Timeline } from '../../calendar/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { gapsOf } from '../network/rest.ts'
import { type Gap, NO_SPLITS, spanTo } from '../network/splits.ts'
import { durationOf } from '../network/task-span.ts'
import { CLOCK } from './line-book.ts'
import type { Pool, PoolTask } from './pool.ts'
import type { PlanAssignment } from './resources.ts'

/** What an item takes of a resource: so many units in each of these stretches. */
export type Demand = {
  readonly itemId: string
  readonly resource: number
  readonly units: number
  readonly spans: Spans
}

/** What an item takes of whoever will be chosen by a skill. */
export type OpenDemand = Omit<Demand, 'resource'> & { readonly skill: string }

/** An assignment whose resource is known. */
type Taken = { readonly assignment: PlanAssignment; readonly resource: number }

/** What all items take at their dates. Its cost is the working stretches that they span. */
export function demandsOf(pool: Pool, dates: readonly DatedTask[]): readonly Demand[] {
  const dateOf = new Map(dates.map((date) => [date.id, date]))
  return pool.tasks.flatMap((each) => {
    const date = dateOf.get(each.task.id)
    return date ? demandsOfTask(pool, each, date) : []
  })
}

/**
 * What one item takes at its dates. Planned work is done from its start on, by the units of its
 * assignments; work whose dates people gave, or that is under way, is spread evenly over them.
 *
 * An item works when all its resources do, if its dates leave them time enough; otherwise when its own
 * calendar does, and then it takes resources also when they do not work.
 */
export function demandsOfTask(pool: Pool, one: PoolTask, date: DatedTask): readonly Demand[] {
  const taken = takenBy(pool, one.assignments)
  const place = taken.length === 0 ? null : placeOf(pool, one, { date, taken })
  if (!place) return []
  return taken.flatMap(({ assignment, resource }): readonly Demand[] => {
    const own = pool.resources[resource]
    if (!own || own.source.kind === 'material') return []
    const stretch = one.line === CLOCK ? pool.lines.at(own.line) : place.line
    return takeOf(one, assignment, { ...place, stretch }).map((take) => ({ ...take, resource }))
  })
}

/** What all items take at their dates of whoever will be chosen: when they are worked on without anybody in particular. */
export function openDemandsOf(pool: Pool, dates: readonly DatedTask[]): readonly OpenDemand[] {
  const dateOf = new Map(dates.map((date) => [date.id, date]))
  return pool.tasks.flatMap((one) => {
    const open = one.assignments.flatMap((assignment) => {
      const skill = skillOf(assignment)
      return skill === null ? [] : [{ assignment, skill }]
    })
    const date = open.length === 0 ? undefined : dateOf.get(one.task.id)
    const place = date ? placeOf(pool, one, { date, taken: takenBy(pool, one.assignments) }) : null
    if (!place) return []
    const stretch =
      one.line === CLOCK ? pool.lines.at(pool.lines.ofCalendar(one.options.calendarId)) : place.line
    return open.flatMap(({ assignment, skill }) =>
      takeOf(one, assignment, { ...place, stretch }).map((take) => ({ ...take, skill })),
    )
  })
}

function skillOf({ resourceId, alternatives }: PlanAssignment): string | null {
  return resourceId === null && alternatives?.kind === 'skill' ? alternatives.skill : null
}

/** When an item is worked on at its dates, as far as it still is. */
type Place = Omit<Room, 'stretch'> & { readonly line: Timeline }

function placeOf(
  pool: Pool,
  one: PoolTask,
  { date, taken }: { readonly date: DatedTask; readonly taken: readonly Taken[] },
): Place | null {
  const { startAt, finishAt: to } = date
  const from = whatIsLeftFrom(one, startAt)
  if (from >= to) return null
  const line = pool.lines.at(lineAt(pool, one, { taken, from, to }))
  const gaps = gapsOf(one.task, line, { start: startAt, finish: to })
  return { line, from, to, isEven: isGiven(one), gaps }
}

function takeOf(one: PoolTask, assignment: PlanAssignment, room: Room): readonly Omit<Demand, 'resource'>[] {
  const share = shareOf(one, assignment, room)
  if (share.units <= 0) return []
  const spans = withoutGaps(room.stretch.spansBetween(room.from, share.to), room.gaps)
  return [{ itemId: one.task.id, units: share.units, spans }]
}

/** Whether its dates are not those of a calculation. */
export function isGiven({ task }: PoolTask): boolean {
  return task.manual !== null || task.actual !== null
}

function takenBy({ resourceOf }: Pool, assignments: readonly PlanAssignment[]): readonly Taken[] {
  return assignments.flatMap((assignment) => {
    const resource = resourceOf.get(assignment.resourceId ?? '')
    return resource === undefined ? [] : [{ assignment, resource }]
  })
}

/** Of work under way, what is done no longer counts. */
function whatIsLeftFrom({ task, options }: PoolTask, startAt: Minute): Minute {
  const isUnderWay = task.actual !== null && task.actual.finishAt === null
  const { resumeAt = startAt } = task.actual ?? {}
  return isUnderWay ? Math.max(startAt, options.statusAt ?? startAt, resumeAt) : startAt
}

type Stretch = { readonly taken: readonly Taken[]; readonly from: Minute; readonly to: Minute }

function lineAt(pool: Pool, one: PoolTask, { taken, from, to }: Stretch): number {
  if (one.line === CLOCK) return CLOCK
  const joint = taken.reduce((line, { resource }) => {
    const own = pool.resources[resource]
    return own && own.source.kind !== 'material' ? pool.lines.both(line, own.line) : line
  }, one.line)
  const isEnough = (line: number) => {
    const found = workBetween(pool.lines.at(line), from, to)
    const length = lengthOf(one)
    return isGiven(one) ? found > 0 : found >= spanTo(one.task.splits ?? NO_SPLITS, length)
  }
  return [joint, one.plannedLine].find(isEnough) ?? one.line
}

/**
 * Working minutes that an item takes: as long as the longest of its assignments whose work is known,
 * otherwise its own duration.
 */
export function lengthOf({ task, assignments }: PoolTask): number {
  const own = durationOf(task)
  if (own === 0 || task.isElapsed) return own
  const known = assignments.flatMap(({ units, workMin }) =>
    workMin !== null && workMin > 0 && units > 0 ? [Math.ceil(workMin / units)] : [],
  )
  return known.length > 0 ? Math.max(...known) : own
}

/** Working minutes between two moments in which a task does not rest. */
function workWithout(
  line: Timeline,
  gaps: readonly Gap[],
  { from, to }: { readonly from: Minute; readonly to: Minute },
): number {
  return gaps.reduce(
    (room, { startAt, finishAt }) => {
      const begin = Math.max(from, startAt)
      return begin < finishAt ? room - workBetween(line, begin, Math.min(to, finishAt)) : room
    },
    workBetween(line, from, to),
  )
}

/** What is left of stretches outside of gaps, which follow each other. */
function withoutGaps({ starts, ends }: Spans, gaps: readonly Gap[]): Spans {
  if (gaps.length === 0) return { starts, ends }
  const left: Spans = { starts: [], ends: [] }
  const edges = [...gaps.map(({ startAt }) => startAt), Number.POSITIVE_INFINITY]
  for (const [index, until] of edges.entries()) {
    const since = gaps[index - 1]?.finishAt ?? Number.NEGATIVE_INFINITY
    for (const [at, start] of starts.entries()) {
      const [begin, end] = [Math.max(start, since), Math.min(ends[at] ?? start, until)]
      if (begin >= end) continue
      left.starts.push(begin)
      left.ends.push(end)
    }
  }
  return left
}

export function workBetween(line: Timeline, from: Minute, to: Minute): number {
  return line.toWork(to) - line.toWork(from)
}

type Room = {
  readonly stretch: Timeline
  readonly from: Minute
  readonly to: Minute
  readonly isEven: boolean
  readonly gaps: readonly Gap[]
}

/** At how many units, and until when; more units than it should when the work does not fit otherwise. */
function shareOf(
  { task }: PoolTask,
  { units, workMin }: PlanAssignment,
  { stretch, from, to, isEven, gaps }: Room,
): { readonly units: number; readonly to: Minute } {
  if (workMin === null || task.isElapsed) return { units, to }
  const left = task.actual?.finishAt === null ? remainingShare(task) * workMin : workMin
  const room = workWithout(stretch, gaps, { from, to })
  if (room <= 0) return { units: 0, to }
  const length = units > 0 ? Math.ceil(left / units) : Number.POSITIVE_INFINITY
  if (isEven || length > room) return { units: left / room, to }
  const span = spanTo(task.splits ?? NO_SPLITS, length)
  return { units: left / length, to: stretch.finishSide(stretch.toWork(from) + span) }
}

function remainingShare({ actual, durationMin }: PoolTask['task']): number {
  return actual && durationMin > 0 ? Math.min(1, actual.remainingMin / durationMin) : 1
}
