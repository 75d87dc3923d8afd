import type { Minute } from '../../calendar/index.ts'
import { type Edge, type Net } from '../network/compile-network.ts'
import { outsideLimits } from '../network/outside.ts'
import type { PlanTask } from '../network/plan.ts'
import type { PlanNetwork } from '../network/plan-network.ts'
import { restOf } from '../network/rest.ts'
import { NO_SPLITS, splitsAfter } from '../network/splits.ts'
import { LEAF } from '../network/structure.ts'
import { durationOf, spanOf as plannedSpanOf } from '../network/task-span.ts'
import { afterLag } from '../network/times.ts'
import type { Rest, RiskLink, RiskTask, TaskLevelling } from '../risk/risk-plan.ts'
import type { Spread } from '../risk/spread.ts'
import { startBefore } from '../risk/task-span.ts'
import { type Calculated, nodeIds } from './calculated.ts'
import { spreadOf } from './estimate-shape.ts'
import type { ForecastFacts, ItemCost } from './forecast-facts.ts'
import type { Demand, ForecastPool } from './forecast-pool.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** A plan as tasks and links of a simulation. */
export type ForecastTasks = { readonly tasks: readonly RiskTask[]; readonly links: readonly RiskLink[] }

/** What is known of a project, with the history of each kind of work in it. */
export type Estimated = {
  readonly facts: ForecastFacts
  readonly histories: ReadonlyMap<string, readonly number[]>
  /** Null: runs are not levelled. */
  readonly pool: ForecastPool | null
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
    const { pool } = estimated
    const shared = {
      earliestStartMin: startOf(task),
      ...(pool && task ? { levelling: levellingOf(calculated, { task, node, pool, startOf }) } : {}),
    }
    if (!task || net.role[node] !== LEAF) return { id, duration: point(0), ...shared }
    const calendar = calendarOf(calculated, task, node)
    const length = lengthOf(task, spanOf(calculated, task, node))
    return { ...leafOf(task, length, estimated), ...(calendar === undefined ? {} : { calendar }), ...shared }
  })
  return { tasks, links }
}

type Needing = {
  readonly task: PlanTask
  readonly node: number
  readonly pool: ForecastPool
  readonly startOf: (task: PlanTask) => number
}

/** Who comes first in the plan, comes first; what levelling found before is found anew in each run. */
function levellingOf(calculated: Calculated, { task, node, pool, startOf }: Needing): TaskLevelling {
  const { network, workOf, calendars } = calculated
  const isWork = network.net.role[node] === LEAF && !isOver(task)
  const { needs, line } = isWork ? pool.demandOf(task.id) : IDLE
  const calendar = line && hasOwnTime(task) ? calendars.numberOf(line) : undefined
  return {
    priority: workOf(network.times.start[node] ?? 0),
    earliestStartMin: startOf({ ...task, levelledAt: null }),
    keepsPlace: isFixed(task) || isUnderWay(task),
    needs,
    ...(calendar === undefined ? {} : { calendar }),
  }
}

const IDLE: Demand = { needs: [], line: null }

/** Whether it goes by a calendar: what people gave its dates, or what hangs between others, goes by those. */
function hasOwnTime(task: PlanTask): boolean {
  return task.kind === 'task' && !isFixed(task)
}

function calendarOf({ network, calendars }: Calculated, task: PlanTask, node: number): number | undefined {
  const line = network.net.lines[node]
  return line && hasOwnTime(task) ? calendars.numberOf(line) : undefined
}

/** How long a task is expected to take from now on with what it rests, in minutes of its time within the project's. */
function spanOf(calculated: Calculated, task: PlanTask, node: number): number {
  const { network, workOf, calendars } = calculated
  const { start, finish } = network.times
  const line = calendars.lineOf(calendarOf(calculated, task, node))
  const minuteOf = (at: Minute) => (line === null ? workOf(at) : line.toWork(workOf(at)))
  const from = isUnderWay(task) ? restStart(network, task, node) : (start[node] ?? 0)
  return Math.max(0, minuteOf(finish[node] ?? 0) - minuteOf(from))
}

/** How long it is expected to be worked on, and when it rests. */
type Length = { readonly likely: number; readonly rests: readonly Rest[] }

/** Both in proportion, where the project does not work whenever the task does. */
function lengthOf(task: PlanTask, span: number): Length {
  if (task.splits === undefined || isFixed(task)) return { likely: span, rests: [] }
  const { leftMin, spanMin, splits } = leftOf(task)
  if (!(spanMin > 0) || !(leftMin > 0)) return { likely: span, rests: [] }
  const rests = splits.map(({ afterMin, pauseMin }) => ({
    ...{ afterShare: afterMin / leftMin, restMin: (span * pauseMin) / spanMin },
  }))
  return { likely: (span * leftMin) / spanMin, rests }
}

function leftOf(task: PlanTask) {
  const splits = task.splits ?? NO_SPLITS
  if (!task.actual) return { splits, leftMin: durationOf(task), spanMin: plannedSpanOf(task) }
  const done = durationOf(task) - task.actual.remainingMin
  return { splits: splitsAfter(splits, done), ...restOf(task) }
}

/** Where what is left of a task begins as it is planned, so that it is done when it finishes. */
function restStart({ net, times }: PlanNetwork, task: PlanTask, node: number): Minute {
  const [line, finish] = [net.lines[node], times.finish[node] ?? 0]
  return line && task.actual ? line.startSide(line.toWork(finish) - restOf(task).spanMin) : finish
}

/** Where what is left of a task may begin, whatever it waits for in the plan. Other projects are taken to keep their dates. */
function floorOf(calculated: Calculated, task: PlanTask, node: number): number {
  const { network, workOf } = calculated
  if (isUnderWay(task)) return restFloorOf(calculated, task, node)
  if (isFixed(task)) return workOf(network.times.start[node] ?? 0)
  const outside = outsideLimits(network.net, task)
  const limits = [task.levelledAt, network.net.options.statusAt, earliestOf(task), outside?.start ?? null]
  const floor = limits.reduce<number>((latest, at) => Math.max(latest, reached(at)), 0)
  const finish = Math.max(latestFinishOf(task) ?? NEVER, outside?.finish ?? NEVER)
  if (finish === NEVER) return floor
  const line = calculated.calendars.lineOf(calendarOf(calculated, task, node))
  return Math.max(floor, startBefore(line, workOf(finish), spanOf(calculated, task, node)))

  function reached(at: Minute | null): number {
    return at === null || at === NEVER ? 0 : workOf(at)
  }
}

function restFloorOf({ network, workOf }: Calculated, task: PlanTask, node: number): number {
  const { statusAt, progress } = network.net.options
  if (statusAt === null) return workOf(restStart(network, task, node))
  const waits = progress === 'retained' ? outsideLimits(network.net, task)?.start : undefined
  return workOf(Math.max(network.times.start[node] ?? 0, statusAt, waits ?? NEVER))
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

function leafOf(task: PlanTask, { likely, rests }: Length, { facts, histories }: Estimated): RiskTask {
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
    ...(rests.length > 0 ? { rests } : {}),
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
