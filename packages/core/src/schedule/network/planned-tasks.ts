import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import { finishBound, type Late, lateByHand } from './backward.ts'
import { type CalendarWait, calendarWaitOf } from './calendar-wait.ts'
import { type Edge, type Net } from './compile-network.ts'
import { outsideLinkBy } from './outside.ts'
import type { PlanTask } from './plan.ts'
import type { PlanNetwork } from './plan-network.ts'
import { gapsOf } from './rest.ts'
import { type Gap, NO_GAPS } from './splits.ts'
import { END, LEAF } from './structure.ts'
import { beforeLag, DRIVER, type Times } from './times.ts'

/**
 * Why a task lies where it does: what set its start. From there its calendar moves it on to the next
 * working time.
 */
export type Reason =
  | { readonly kind: 'project' | 'constraint' | 'manual' | 'actual' | 'status' | 'late' | 'levelled' }
  | { readonly kind: 'link'; readonly linkId: Id<'Relation'> }
  /** A summary above it waits, or what is below a summary finishes last. */
  | { readonly kind: 'summary' | 'below'; readonly itemId: Id<'WorkItem'> }

/** A task in its place. Floats are working minutes of its own calendar; negative: that much too late. */
export type PlannedTask = {
  readonly id: Id<'WorkItem'>
  readonly startAt: Minute
  readonly finishAt: Minute
  readonly lateStartAt: Minute
  readonly lateFinishAt: Minute
  readonly startFloatMin: number
  readonly finishFloatMin: number
  /** The smaller of the two; of work that has begun, that of its finish. */
  readonly totalFloatMin: number
  /** By how much it may slip before anything else does. */
  readonly freeFloatMin: number
  readonly isCritical: boolean
  /** Not critical, but its float is in the next band. */
  readonly isNearCritical: boolean
  /** On the chain of reasons that leads to the finish of the plan. */
  readonly isOnLongestPath: boolean
  readonly reason: Reason
  /** When it rests between its start and its finish. */
  readonly gaps: readonly Gap[]
  /** That its calendar moved it on from what the reason asked for; null where it did not. */
  readonly calendarWait: CalendarWait | null
}

/** The tasks of a plan in its order, summaries included, with float and reason. */
export function plannedTasks(network: PlanNetwork): readonly PlannedTask[] {
  const { net } = network
  const longest = longestPath(network)
  const planned = net.tasks.map((task, index) => plannedTask(network, task, { index, longest }))
  return withSummaries(net.tasks, planned)
}

/** What lies below a summary and is not over, as far as the summary's float goes. */
type Below = {
  totalFloatMin: number
  freeFloatMin: number
  lateFinishAt: Minute
  isCritical: boolean
  isNearCritical: boolean
}

/** A summary may slip by as much as the part of it that may slip least; when all of it is over, by nothing. */
function withSummaries(tasks: readonly PlanTask[], planned: readonly PlannedTask[]): readonly PlannedTask[] {
  const parentOf = new Map(tasks.map((task) => [task.id, task.parentId]))
  const below = new Map<string, Below>()
  tasks.forEach((task, index) => {
    const own = planned[index]
    if (!own || task.kind === 'summary' || isDone(task)) return
    for (let id = task.parentId; id !== null; id = parentOf.get(id) ?? null) {
      below.set(id, least(below.get(id), own))
    }
  })
  return planned.map((own, index) => {
    if (tasks[index]?.kind !== 'summary') return own
    const found = below.get(own.id) ?? NOTHING_LEFT
    return {
      ...own,
      ...found,
      isNearCritical: found.isNearCritical && !found.isCritical,
      lateFinishAt: Math.max(own.finishAt, found.lateFinishAt),
      startFloatMin: found.totalFloatMin,
      finishFloatMin: found.totalFloatMin,
    }
  })
}

const EVER = Number.POSITIVE_INFINITY
const NOTHING_LEFT: Below = {
  totalFloatMin: 0,
  freeFloatMin: 0,
  lateFinishAt: 0,
  isCritical: false,
  isNearCritical: false,
}

function least(one: Below | undefined, other: Below): Below {
  return {
    totalFloatMin: Math.min(one?.totalFloatMin ?? EVER, other.totalFloatMin),
    freeFloatMin: Math.min(one?.freeFloatMin ?? EVER, other.freeFloatMin),
    lateFinishAt: Math.max(one?.lateFinishAt ?? -EVER, other.lateFinishAt),
    isCritical: one?.isCritical === true || other.isCritical,
    isNearCritical: one?.isNearCritical === true || other.isNearCritical,
  }
}

function isDone({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt !== null
}

type Where = { readonly index: number; readonly longest: Uint8Array }

function plannedTask(network: PlanNetwork, task: PlanTask, { index, longest }: Where): PlannedTask {
  const { net, times } = network
  const node = net.nodeOf[index] ?? 0
  const [startAt, finishAt] = [times.start[node] ?? 0, times.finish[node] ?? 0]
  const late = lateOf(network, task, node)
  const line = net.lines[node]
  const between = (from: Minute, to: Minute) => (line ? line.toWork(to) - line.toWork(from) : 0)
  const startFloatMin = between(startAt, late.start)
  const finishFloatMin = between(finishAt, late.finish)
  const isOver = task.actual !== null && task.actual.finishAt !== null
  const totalFloatMin = task.actual ? finishFloatMin : Math.min(startFloatMin, finishFloatMin)
  return {
    id: task.id,
    startAt,
    finishAt,
    lateStartAt: late.start,
    lateFinishAt: late.finish,
    startFloatMin,
    finishFloatMin,
    totalFloatMin,
    freeFloatMin: totalFloatMin <= 0 ? 0 : Math.min(totalFloatMin, freeFloat(net, times, node)),
    ...bandOf(net, { isFree: isOver || task.kind === 'hammock', totalFloatMin }),
    isOnLongestPath: longest[node] === 1,
    reason: reasonOf(net, times, node),
    gaps: line ? gapsOf(task, line, { start: startAt, finish: finishAt }) : NO_GAPS,
    calendarWait: calendarWaitOf(net, times, node),
  }
}

type Floating = {
  /** Over, or a hammock: it holds nothing. */
  readonly isFree: boolean
  readonly totalFloatMin: number
}

function bandOf(
  { options: { criticalMin, nearCriticalMin } }: Net,
  { isFree, totalFloatMin }: Floating,
): Pick<PlannedTask, 'isCritical' | 'isNearCritical'> {
  const isCritical = !isFree && totalFloatMin <= criticalMin
  return { isCritical, isNearCritical: !isFree && !isCritical && totalFloatMin <= nearCriticalMin }
}

function lateOf({ net, times, finishAt }: PlanNetwork, task: PlanTask, node: number): Late {
  if (net.role[node] === END) return lateOfSummary(times, node)
  if (task.manual !== null && task.actual === null) return lateByHand(net, times, { node, finishAt })
  return { start: times.lateStart[node] ?? 0, finish: times.lateFinish[node] ?? 0 }
}

/** A summary may be as late as its finish allows; nothing asks it to begin by a day unless somebody says so. */
function lateOfSummary({ start, finish, lateStart, lateFinish }: Times, node: number) {
  const late = lateFinish[node] ?? 0
  const finishAt = Number.isFinite(late) ? late : (finish[node] ?? 0)
  const begin = lateStart[node] ?? 0
  return {
    start: Number.isFinite(begin) ? begin : (start[node] ?? 0) + finishAt - (finish[node] ?? 0),
    finish: finishAt,
  }
}

/** The smallest gap to anything that follows, at least 0; infinite when nothing does. */
function freeFloat(net: Net, times: Times, node: number): number {
  let gap = Number.POSITIVE_INFINITY
  for (const at of net.outgoing[node] ?? []) {
    const edge = net.edges[at]
    const isTied = edge && edge.kind !== 'above' && !isOver(net, edge.to) && !isHammock(net, edge.to)
    if (isTied) gap = Math.min(gap, gapOf(net, times, edge))
    if (gap <= 0) return 0
  }
  return gap
}

/** Working time between what a link ties, beyond its lag. */
function gapOf(net: Net, times: Times, edge: Edge): number {
  const isToFinish = edge.kind === 'FF' || edge.kind === 'SF'
  const wanted = isToFinish
    ? finishBound(net, edge.to, times.finish[edge.to] ?? 0)
    : beginOf(net, times, edge.to)
  const isFromFinish = edge.kind === 'FS' || edge.kind === 'FF'
  const own = isFromFinish ? times.finish[edge.from] : times.start[edge.from]
  const line = net.lines[edge.from]
  return line ? line.toWork(beforeLag(net, edge, wanted)) - line.toWork(own ?? 0) : 0
}

/** When a node begins; a summary when the first thing below it does. */
export function beginOf(net: Net, times: Times, node: number): Minute {
  if (net.role[node] === LEAF) return times.start[node] ?? 0
  const end = net.nodeOf[net.taskOf[node] ?? 0] ?? node
  return times.start[end] ?? 0
}

function isOver(net: Net, node: number): boolean {
  const actual = net.tasks[net.taskOf[node] ?? 0]?.actual
  return net.role[node] === LEAF && actual?.finishAt != null
}

const REASON = new Map<number, 'constraint' | 'manual' | 'actual' | 'status' | 'late' | 'levelled'>([
  [DRIVER.constraint, 'constraint'],
  [DRIVER.manual, 'manual'],
  [DRIVER.actual, 'actual'],
  [DRIVER.status, 'status'],
  [DRIVER.late, 'late'],
  [DRIVER.levelled, 'levelled'],
])

/** What set the start of a node. */
export function reasonOf(net: Net, times: Times, node: number): Reason {
  const driver = times.driver[node] ?? DRIVER.project
  const edge = net.edges[driver]
  if (!edge) {
    const outside = outsideLinkBy(net.tasks[net.taskOf[node] ?? 0], driver)
    return outside ? { kind: 'link', linkId: outside.id } : { kind: REASON.get(driver) ?? 'project' }
  }
  const link = net.links[edge.link]
  if (link) return { kind: 'link', linkId: link.id }
  const itemId = net.tasks[net.taskOf[edge.from] ?? 0]?.id ?? ''
  return { kind: edge.kind === 'above' ? 'below' : 'summary', itemId }
}

/** From whatever finishes last, back along what set each date. */
function longestPath({ net, times, finishAt }: PlanNetwork): Uint8Array {
  const isOn = new Uint8Array(net.taskOf.length)
  for (let last = 0; last < isOn.length; last += 1) {
    if (net.role[last] !== LEAF || times.finish[last] !== finishAt || isHammock(net, last)) continue
    let node: number | undefined = last
    while (node !== undefined && isOn[node] === 0) {
      isOn[node] = 1
      node = edgeInto(net, times, node)?.from
    }
  }
  return isOn
}

function isHammock(net: Net, node: number): boolean {
  return net.tasks[net.taskOf[node] ?? 0]?.kind === 'hammock'
}

function edgeInto(net: Net, times: Times, node: number): Edge | undefined {
  return net.edges[times.driver[node] ?? DRIVER.project]
}
