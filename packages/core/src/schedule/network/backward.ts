import type { Minute, Timeline } from '../../calendar/index.ts'
import { type Edge, type Net } from './compile-network.ts'
import type { PlanTask } from './plan.ts'
import { END, GATE } from './structure.ts'
import { durationOf, spanOf } from './task-span.ts'
import { beforeLag, finishAfter, lastPoint, type Times } from './times.ts'

const EVER = Number.POSITIVE_INFINITY

/** Upper bounds of a node. */
type Bounds = { start: Minute; finish: Minute }

/**
 * Calculates the late dates of a node from those that depend on it.
 *
 * @param finishAt when the whole plan finishes: nothing may be later
 */
export function placeBackward(
  net: Net,
  times: Times,
  { node, finishAt }: { node: number; finishAt: Minute },
): void {
  const task = net.tasks[net.taskOf[node] ?? 0]
  const line = net.lines[node]
  if (!task || !line) return
  const bounds = boundsOf(net, times, node)
  if (net.role[node] === GATE) {
    times.lateStart[node] = bounds.start
    times.lateFinish[node] = bounds.start
    return
  }
  limitAbove(net, task, bounds)
  if (net.role[node] === END) {
    times.lateStart[node] = bounds.start
    times.lateFinish[node] = bounds.finish
    return
  }
  bounds.finish = Math.min(bounds.finish, finishAt)
  const late = fixedOf(times, node, task) ?? latest(task, line, bounds)
  times.lateStart[node] = late.start
  times.lateFinish[node] = late.finish
}

function boundsOf(net: Net, times: Times, node: number): Bounds {
  const bounds: Bounds = { start: EVER, finish: EVER }
  for (const at of net.outgoing[node] ?? []) {
    const edge = net.edges[at]
    if (edge) limitBy(net, times, { edge, bounds })
  }
  return bounds
}

/**
 * How late work that is planned by hand could be put without moving anything else, or the finish of the
 * plan. It stays where it is: what comes before it has to be done by then all the same.
 */
export function lateByHand(
  net: Net,
  times: Times,
  { node, finishAt }: { readonly node: number; readonly finishAt: Minute },
): Late {
  const task = net.tasks[net.taskOf[node] ?? 0]
  const bounds = boundsOf(net, times, node)
  if (task) limitAbove(net, task, bounds)
  const finish = Math.min(bounds.finish, finishAt)
  const slip = finish - (times.finish[node] ?? 0)
  return { start: Math.min(bounds.start, (times.start[node] ?? 0) + slip), finish }
}

/** What an edge asks of the node it leaves. */
function limitBy(
  net: Net,
  times: Times,
  { edge, bounds }: { readonly edge: Edge; readonly bounds: Bounds },
): void {
  const { from, to, kind } = edge
  const lateStart = times.lateStart[to] ?? EVER
  const lateFinish = times.lateFinish[to] ?? EVER
  if (kind === 'below') bounds.start = Math.min(bounds.start, lateStart)
  else if (kind === 'above') {
    bounds.finish = Math.min(bounds.finish, lateFinish)
    // A summary begins with its first part, and only that one can make it begin late.
    if (times.start[from] === times.start[to]) bounds.start = Math.min(bounds.start, lateStart)
  } else if (!isFree(net, to, kind)) {
    const isToStart = kind === 'FS' || kind === 'SS'
    const bound = beforeLag(net, edge, isToStart ? lateStart : finishBound(net, to, lateFinish))
    if (kind === 'FS' || kind === 'FF') bounds.finish = Math.min(bounds.finish, bound)
    else bounds.start = Math.min(bounds.start, bound)
  }
}

/**
 * The latest moment that a link to a finish may name for work to be done by another. A finish on Friday
 * evening is as good as one on Monday morning, to whoever does not work in between; what takes no time
 * lies exactly where it is asked to.
 */
export function finishBound(net: Net, node: number, at: Minute): Minute {
  const line = net.lines[node]
  const task = net.tasks[net.taskOf[node] ?? 0]
  const isWork = task !== undefined && durationOf(task) > 0
  return line && isWork && Number.isFinite(at) ? line.startSide(line.toWork(at)) : at
}

/**
 * Whether nothing before a node is late because of it. A hammock follows. What has begun can no longer be made to
 * begin later, and what is over can no longer be made late; by actual dates that is no excuse: what comes before
 * should have been done by then.
 */
function isFree(net: Net, node: number, kind: Edge['kind']): boolean {
  const task = net.tasks[net.taskOf[node] ?? 0]
  if (task?.kind === 'hammock') return true
  if (net.options.progress === 'actualDates') return false
  if (!task?.actual || net.role[node] !== 0) return false
  return task.actual.finishAt !== null || kind === 'FS' || kind === 'SS'
}

function limitAbove({ options }: Net, task: PlanTask, bounds: Bounds): void {
  const { constraint, deadlineAt } = task
  if (deadlineAt !== null) bounds.finish = Math.min(bounds.finish, deadlineAt)
  const at = constraint?.at ?? null
  if (!constraint || at === null) return
  const isFixed = options.precedence === 'dates'
  if (constraint.kind === 'SNLT') bounds.start = Math.min(bounds.start, at)
  if (constraint.kind === 'FNLT') bounds.finish = Math.min(bounds.finish, at)
  if (constraint.kind === 'MSO') bounds.start = isFixed ? at : Math.min(bounds.start, at)
  if (constraint.kind === 'MFO') bounds.finish = isFixed ? at : Math.min(bounds.finish, at)
}

/** The latest dates of a node. */
export type Late = { readonly start: Minute; readonly finish: Minute }

/** What is over, or is planned by hand, stays where it is, and a hammock where it hangs. */
function fixedOf(times: Times, node: number, { kind, actual, manual }: PlanTask): Late | null {
  const isFixed = kind === 'hammock' || manual !== null || (actual !== null && actual.finishAt !== null)
  return isFixed ? { start: times.start[node] ?? 0, finish: times.finish[node] ?? 0 } : null
}

/** The latest dates that keep both bounds. */
function latest(task: PlanTask, line: Timeline, bounds: Bounds): Late {
  const { actual } = task
  if (actual) return { start: actual.startAt, finish: line.lastFinish(bounds.finish) }
  const work = spanOf(task)
  if (work === 0) {
    const at = lastPoint(line, Math.min(bounds.start, bounds.finish))
    return { start: at, finish: at }
  }
  const byFinish = line.startSide(line.toWork(bounds.finish) - work)
  const start = bounds.start >= byFinish ? byFinish : lastStart(line, bounds.start)
  return { start, finish: finishAfter(line, start, work) }
}

/** The last minute of work that does not begin after a moment. */
function lastStart(line: Timeline, at: Minute): Minute {
  return line.nextStart(at) === at ? at : line.startSide(line.toWork(at) - 1)
}
