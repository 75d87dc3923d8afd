import type { Minute, Timeline } from '../../calendar/index.ts'
import { type Edge, type Net } from './compile-network.ts'
import { type OutsideBound, outsideBounds } from './outside.ts'
import type { Constraint, PlanTask } from './plan.ts'
import { restFrom, restOf } from './rest.ts'
import { END, GATE } from './structure.ts'
import { spanOf } from './task-span.ts'
import { afterLag, DRIVER, finishAfter, firstPoint, type Times } from './times.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** Lower bounds of a node, and what sets them. */
type Bounds = { start: Minute; startBy: number; finish: Minute; finishBy: number }

type Dates = { readonly start: Minute; readonly finish: Minute; readonly by: number }

/** Calculates the early dates of a node from those it depends on. Its cost is the number of its links. */
export function placeForward(net: Net, times: Times, node: number): void {
  const task = net.tasks[net.taskOf[node] ?? 0]
  const line = net.lines[node]
  if (!task || !line) return
  const dates = datesOf(net, times, { node, task, line })
  times.start[node] = dates.start
  times.finish[node] = dates.finish
  times.driver[node] = dates.by
}

type Place = { readonly node: number; readonly task: PlanTask; readonly line: Timeline }

function datesOf(net: Net, times: Times, place: Place): Dates {
  const { node, task } = place
  if (net.role[node] === END) return spanBelow(net, times, node)
  if (net.role[node] === GATE) return gateOf(net, times, place)
  const { actual, manual } = task
  if (actual && actual.finishAt !== null) {
    return { start: actual.startAt, finish: actual.finishAt, by: DRIVER.actual }
  }
  if (manual) return { start: manual.startAt, finish: manual.finishAt, by: DRIVER.manual }
  if (task.kind === 'hammock') return hangOf(net, times, place)
  const bounds = boundsOf(net, times, place)
  if (actual) return resume(net, place, bounds)
  limitBelow(net, task, bounds)
  return capped(net, place, fit(place, bounds))
}

/** A summary spans what is below it; its driver is what finishes last. */
function spanBelow(net: Net, times: Times, node: number): Dates {
  let [start, finish, by] = [Number.POSITIVE_INFINITY, NEVER, DRIVER.project as number] // One of the drivers, later an edge.
  for (const at of net.incoming[node] ?? []) {
    const from = net.edges[at]?.from ?? 0
    start = Math.min(start, times.start[from] ?? 0)
    if ((times.finish[from] ?? 0) > finish) [finish, by] = [times.finish[from] ?? 0, at]
  }
  return { start, finish, by }
}

/** A hammock lasts from the first moment that its links name to the last; one that has begun began when it did. */
function hangOf(net: Net, times: Times, place: Place): Dates {
  const { task, line } = place
  let [start, finish, by] = [Number.POSITIVE_INFINITY, NEVER, DRIVER.project as number] // As above.
  for (const named of namedTo(net, times, place)) {
    finish = Math.max(finish, named.at)
    if (!named.isToFinish && named.at < start) [start, by] = [named.at, named.driver]
  }
  const hung = line.nextStart(Number.isFinite(start) ? start : net.options.startAt)
  const begin = task.actual ? task.actual.startAt : hung
  const finishAt = Math.max(begin, line.lastFinish(finish))
  return { start: begin, finish: finishAt, by: task.actual ? DRIVER.actual : by }
}

/** The moments that links name to a hammock, those from other plans last. */
function* namedTo(net: Net, times: Times, { node, task }: Place): Generator<Omit<OutsideBound, 'link'>> {
  for (const driver of net.incoming[node] ?? []) {
    const edge = net.edges[driver]
    if (!edge || edge.kind === 'below') continue
    const isToFinish = edge.kind === 'FF' || edge.kind === 'SF'
    yield { at: boundOf(net, times, edge), isToFinish, driver }
  }
  yield* outsideBounds(net, task)
}

/** What a summary waits for; nothing is below it before that. */
function gateOf(net: Net, times: Times, place: Place): Dates {
  const { task } = place
  const bounds = boundsOf(net, times, place)
  const at = task.constraint?.at ?? NEVER
  if (limitsStart(task.constraint) && at > bounds.start) {
    return { start: at, finish: at, by: DRIVER.constraint }
  }
  return { start: bounds.start, finish: bounds.start, by: bounds.startBy }
}

function boundsOf(net: Net, times: Times, { node, task }: Place): Bounds {
  const bounds: Bounds = { start: NEVER, startBy: DRIVER.project, finish: NEVER, finishBy: DRIVER.project }
  for (const at of net.incoming[node] ?? []) {
    const edge = net.edges[at]
    if (!edge) continue
    const bound = boundOf(net, times, edge)
    if (edge.kind === 'FF' || edge.kind === 'SF') {
      if (bound > bounds.finish) [bounds.finish, bounds.finishBy] = [bound, at]
    } else if (bound > bounds.start) [bounds.start, bounds.startBy] = [bound, at]
  }
  if (task.outside) raiseByOutside(net, task, bounds)
  return bounds
}

function raiseByOutside(net: Net, task: PlanTask, bounds: Bounds): void {
  for (const { at, isToFinish, driver } of outsideBounds(net, task)) {
    if (!isToFinish) raise(bounds, at, driver)
    else if (at > bounds.finish) [bounds.finish, bounds.finishBy] = [at, driver]
  }
}

function boundOf(net: Net, times: Times, edge: Edge): Minute {
  const isFromFinish = edge.kind === 'FS' || edge.kind === 'FF'
  const base = (isFromFinish ? times.finish[edge.from] : times.start[edge.from]) ?? 0
  return edge.kind === 'below' ? base : afterLag(net, edge, base)
}

/** Work that has begun: what is left goes on where it may. */
function resume({ options }: Net, { task, line }: Place, bounds: Bounds): Dates {
  const waited = options.progress === 'retained' ? bounds.start : NEVER
  const from = Math.max(restFrom(task, options, line), waited)
  const finish = finishAfter(line, line.nextStart(from), restOf(task).spanMin)
  return { start: task.actual?.startAt ?? from, finish, by: DRIVER.actual }
}

/** The project's start, the status date, levelling and constraints that say "no earlier than". */
function limitBelow({ options }: Net, task: PlanTask, bounds: Bounds): void {
  const { constraint } = task
  const constraintAt = constraint?.at ?? null
  // Who says from when on it may start may mean a day before the start of the project.
  if (constraintAt === null || !limitsStart(constraint)) raise(bounds, options.startAt, DRIVER.project)
  raise(bounds, options.statusAt, DRIVER.status)
  raise(bounds, task.levelledAt, DRIVER.levelled)
  if (limitsStart(constraint)) raise(bounds, constraintAt, DRIVER.constraint)
  if (constraintAt !== null && limitsFinish(constraint) && constraintAt > bounds.finish)
    [bounds.finish, bounds.finishBy] = [constraintAt, DRIVER.constraint]
}

function raise(bounds: Bounds, at: Minute | null, by: number): void {
  if (at !== null && at > bounds.start) [bounds.start, bounds.startBy] = [at, by]
}

function limitsStart(constraint: Constraint | null): boolean {
  return constraint?.kind === 'SNET' || constraint?.kind === 'MSO'
}

function limitsFinish(constraint: Constraint | null): boolean {
  return constraint?.kind === 'FNET' || constraint?.kind === 'MFO'
}

/** The earliest dates that keep both bounds. */
function fit({ task, line }: Place, bounds: Bounds): Dates {
  const work = spanOf(task)
  if (work === 0) {
    const isByFinish = bounds.finish > bounds.start
    const at = firstPoint(line, isByFinish ? bounds.finish : bounds.start)
    return { start: at, finish: at, by: isByFinish ? bounds.finishBy : bounds.startBy }
  }
  const start = line.nextStart(bounds.start)
  const byFinish = bounds.finish === NEVER ? NEVER : line.startSide(line.toWork(bounds.finish) - work)
  const begin = Math.max(start, byFinish)
  return {
    start: begin,
    finish: finishAfter(line, begin, work),
    by: byFinish > start ? bounds.finishBy : bounds.startBy,
  }
}

/** Where dates win over links, a constraint that says "no later than" pulls the task back. */
function capped({ options }: Net, place: Place, dates: Dates): Dates {
  const start = options.precedence === 'logic' ? null : lastAllowed(place)
  if (start === null || start >= dates.start) return dates
  const work = spanOf(place.task)
  return { start, finish: finishAfter(place.line, start, work), by: DRIVER.constraint }
}

/** The start that a constraint allows at the latest; null when it does not say. */
function lastAllowed({ task, line }: Place): Minute | null {
  const { constraint } = task
  const at = constraint?.at ?? null
  if (!constraint || at === null) return null
  const work = spanOf(task)
  if (constraint.kind === 'SNLT' || constraint.kind === 'MSO') return work === 0 ? at : line.nextStart(at)
  if (constraint.kind !== 'FNLT' && constraint.kind !== 'MFO') return null
  return work === 0 ? at : line.startSide(line.toWork(at) - work)
}
