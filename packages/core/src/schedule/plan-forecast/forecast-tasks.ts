import type { Minute, Timeline } from '../../calendar/index.ts'
import { type Edge, type Net } from '../network/compile-network.ts'
import { outsideLimits } from '../network/outside.ts'
import type { PlanTask } from '../network/plan.ts'
import type { PlanNetwork } from '../network/plan-network.ts'
import { restOf } from '../network/rest.ts'
import { LEAF } from '../network/structure.ts'
import { durationOf, spanOf } from '../network/task-span.ts'
import { afterLag } from '../network/times.ts'
import type { RiskLink, RiskTask, TaskLevelling } from '../risk/risk-plan.ts'
import type { Spread } from '../risk/spread.ts'
import { spreadOf } from './estimate-shape.ts'
import type { ForecastFacts, ItemCost } from './forecast-facts.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** A calculated plan, and what counts its working minutes from the beginning of its first work on. */
export type Calculated = {
  readonly network: PlanNetwork
  readonly workOf: (at: Minute) => number
}

/** A plan as tasks and links of a simulation. */
export type ForecastTasks = { readonly tasks: readonly RiskTask[]; readonly links: readonly RiskLink[] }

/** Counts in the calendar of the project. */
export function measure(network: PlanNetwork, line: Timeline): Calculated {
  const { net, times } = network
  // The beginning of a summary has no time of its own.
  const first = times.start.reduce(
    (least, at, node) => (net.role[node] === LEAF ? Math.min(least, at) : least),
    net.options.startAt,
  )
  const zero = line.toWork(first)
  return { network, workOf: (at) => line.toWork(at) - zero }
}

/** Tasks by node: items by their ids, and a beginning and an end for each summary. */
export function nodeIds({ taskOf, tasks, role, gateOf, nodeOf }: Net): readonly string[] {
  return Array.from(taskOf, (at, node) => {
    const id = tasks[at]?.id ?? ''
    if (role[node] === LEAF || gateOf[at] === nodeOf[at]) return id
    return node === gateOf[at] ? `${id} begins` : `${id} ends`
  })
}

/** Whom and what items need, by item. */
type Needs = ReadonlyMap<string, TaskLevelling['needs']>

/** What is known of a project, with the history of each kind of work in it. */
export type Estimated = {
  readonly facts: ForecastFacts
  readonly histories: ReadonlyMap<string, readonly number[]>
  /** Null: runs are not levelled. */
  readonly needs: Needs | null
}

/** Tasks and links that come to the dates of the plan when nothing is uncertain. */
export function forecastTasks(calculated: Calculated, estimated: Estimated): ForecastTasks {
  const { net } = calculated.network
  const ids = nodeIds(net)
  const begun = beginnings(calculated)
  const links = net.edges.flatMap((edge) => linkOf(calculated, edge, ids))
  const tasks = ids.map((id, node): RiskTask => {
    const task = net.tasks[net.taskOf[node] ?? 0]
    const startOf = (one: PlanTask | undefined) =>
      Math.max(0, one ? floorOf(calculated, one, node) : 0, begun.get(node) ?? 0)
    const { needs } = estimated
    const shared = {
      earliestStartMin: startOf(task),
      ...(needs && task ? { levelling: levellingOf(calculated, { task, node, needs, startOf }) } : {}),
    }
    if (!task || net.role[node] !== LEAF) return { id, duration: point(0), ...shared }
    const spanMin = likelyOf(calculated, task, node)
    const restMin = restIn(task, spanMin)
    return { ...leafOf(task, { likely: spanMin - restMin, restMin }, estimated), ...shared }
  })
  return { tasks, links }
}

type Needing = {
  readonly task: PlanTask
  readonly node: number
  readonly needs: Needs
  readonly startOf: (task: PlanTask) => number
}

/** Who comes first in the plan, comes first; what levelling found before is found anew in each run. */
function levellingOf(
  { network, workOf }: Calculated,
  { task, node, needs, startOf }: Needing,
): TaskLevelling {
  const isWork = network.net.role[node] === LEAF && !isOver(task)
  return {
    priority: workOf(network.times.start[node] ?? 0),
    earliestStartMin: startOf({ ...task, levelledAt: null }),
    keepsPlace: isFixed(task) || isUnderWay(task),
    needs: isWork ? (needs.get(task.id) ?? []) : [],
  }
}

/** How long a task is expected to take from now on, in working minutes of the project. */
function likelyOf({ network, workOf }: Calculated, task: PlanTask, node: number): number {
  const { start, finish } = network.times
  const from = isUnderWay(task) ? restStart(network, task, node) : (start[node] ?? 0)
  return Math.max(0, workOf(finish[node] ?? 0) - workOf(from))
}

/** How much of what it takes it rests. */
function restIn(task: PlanTask, span: number): number {
  if (task.splits === undefined || isFixed(task)) return 0
  const { leftMin, spanMin } = task.actual
    ? restOf(task)
    : { leftMin: durationOf(task), spanMin: spanOf(task) }
  return spanMin > 0 ? (span * (spanMin - leftMin)) / spanMin : 0
}

/** Where what is left of a task begins as it is planned, so that it is done when it finishes. */
function restStart({ net, times }: PlanNetwork, task: PlanTask, node: number): Minute {
  const [line, finish] = [net.lines[node], times.finish[node] ?? 0]
  return line && task.actual ? line.startSide(line.toWork(finish) - restOf(task).spanMin) : finish
}

/** Where what is left of a task may begin, whatever it waits for. */
function floorOf(calculated: Calculated, task: PlanTask, node: number): number {
  const { network, workOf } = calculated
  const { statusAt, progress } = network.net.options
  const start = workOf(network.times.start[node] ?? 0)
  if (isFixed(task)) return start
  // Other projects are taken to keep their dates.
  const outside = outsideLimits(network.net, task)
  if (isUnderWay(task)) {
    if (statusAt === null) return workOf(restStart(network, task, node))
    const waits = outside && progress === 'retained' ? outside.start : NEVER
    return Math.max(start, workOf(Math.max(statusAt, waits)))
  }
  const starts = [task.levelledAt, statusAt, earliestOf(task), outside?.start ?? null]
  const finishes = [latestFinishOf(task), outside?.finish ?? null]
  const likely = () => likelyOf(calculated, task, node)
  return Math.max(
    0,
    ...starts.flatMap((at) => (at === null || at === NEVER ? [] : workOf(at))),
    ...finishes.flatMap((at) => (at === null || at === NEVER ? [] : workOf(at) - likely())),
  )
}

/** No earlier than which a constraint has it finish. */
function latestFinishOf({ constraint }: PlanTask): Minute | null {
  return constraint?.kind === 'FNET' || constraint?.kind === 'MFO' ? constraint.at : null
}

function earliestOf({ constraint }: PlanTask): Minute | null {
  return constraint?.kind === 'SNET' || constraint?.kind === 'MSO' ? constraint.at : null
}

/** What has begun does not wait any more: what waits for its start can be told a time. */
function beginnings({ network, workOf }: Calculated): ReadonlyMap<number, number> {
  const { net, times } = network
  const begun = new Map<number, number>()
  for (const edge of net.edges) {
    if (!readsStart(edge) || !hasBegun(net, edge.from)) continue
    const at = workOf(afterLag(net, edge, times.start[edge.from] ?? 0))
    begun.set(edge.to, Math.max(begun.get(edge.to) ?? 0, at))
  }
  return begun
}

function linkOf(calculated: Calculated, edge: Edge, ids: readonly string[]): readonly RiskLink[] {
  const { net } = calculated.network
  const task = net.tasks[net.taskOf[edge.to] ?? 0]
  if (!task || keepsItsPlace(net, task, edge.to)) return []
  if (readsStart(edge) && hasBegun(net, edge.from)) return []
  const ends = { from: ids[edge.from] ?? '', to: ids[edge.to] ?? '' }
  return edge.kind === 'below' || edge.kind === 'above'
    ? [{ ...ends, kind: 'FS', lagMin: 0 }]
    : [{ ...ends, kind: edge.kind, lagMin: lagMinOf(calculated, edge) }]
}

/** As long as it is now. Of a summary only its end is a task here: what waits for its start waits less. */
function lagMinOf({ network, workOf }: Calculated, edge: Edge): number {
  const { net, times } = network
  const finish = times.finish[edge.from] ?? 0
  const at = readsStart(edge) ? (times.start[edge.from] ?? 0) : finish
  const end = net.role[edge.from] === LEAF ? at : finish
  return workOf(afterLag(net, edge, at)) - workOf(end)
}

function readsStart({ kind }: Edge): boolean {
  return kind === 'SS' || kind === 'SF'
}

function hasBegun(net: Net, node: number): boolean {
  const task = net.tasks[net.taskOf[node] ?? 0]
  return net.role[node] === LEAF && task !== undefined && task.actual !== null
}

/** Whether links cannot move it: it happened, or people gave it its dates, or it goes on regardless. */
function keepsItsPlace(net: Net, task: PlanTask, node: number): boolean {
  if (net.role[node] !== LEAF) return false
  return isFixed(task) || (isUnderWay(task) && net.options.progress === 'override')
}

function isFixed(task: PlanTask): boolean {
  return task.manual !== null || isOver(task)
}

function isOver({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt !== null
}

function isUnderWay({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt === null
}

/** How long it is expected to be worked on, and to rest. */
type Length = { readonly likely: number; readonly restMin: number }

function leafOf(task: PlanTask, { likely, restMin }: Length, { facts, histories }: Estimated): RiskTask {
  const { correlation, shape, shapes, kinds, ranges } = facts
  const duration = isOver(task)
    ? point(likely)
    : spreadOf({
        ...{ likely, range: ranges.get(task.id), shape: shapes.get(task.id) ?? shape },
        history: histories.get(kinds.get(task.id) ?? '') ?? [],
      })
  const cost = facts.costs.get(task.id)
  return {
    id: task.id,
    duration,
    ...(restMin > 0 ? { restMin } : {}),
    ...(duration.kind !== 'point' && correlation > 0
      ? { correlation: { factor: 'project', share: correlation } }
      : {}),
    ...(cost ? { cost: costOf(cost, isOver(task) ? 0 : likely) } : {}),
  }
}

function costOf({ fixedMinor, runningMinor }: ItemCost, likely: number): NonNullable<RiskTask['cost']> {
  if (!(likely > 0)) return { fixedMinor: fixedMinor + runningMinor, perMin: 0 }
  return { fixedMinor, perMin: runningMinor / likely }
}

function point(value: number): Spread {
  return { kind: 'point', value }
}
