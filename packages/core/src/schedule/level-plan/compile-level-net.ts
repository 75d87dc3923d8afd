import { checkCalendars, type Minute } from '../../calendar/index.ts'
import { ok, type Result } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { compileNetwork, type Net } from '../network/compile-network.ts'
import { outsideLimits } from '../network/outside.ts'
import type { PlanInput } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { NO_SPLITS } from '../network/splits.ts'
import { LEAF, END as SUMMARY_END } from '../network/structure.ts'
import { duesOf } from './dues.ts'
import { edgesOf } from './level-edges.ts'
import type { LevelInput } from './level-input.ts'
import { limitsOf } from './level-limits.ts'
import { FREE, type LevelNet, type Planned, type Slot } from './level-net.ts'
import { priorityOf, roleOf, urgenciesOf } from './level-roles.ts'
import { type Staffing, staffingOf } from './level-slots.ts'
import { levelSpan, levelSplits, waitsFor } from './level-work.ts'
import { byId, type Pool, type PoolTask, poolOf } from './pool.ts'
import { type Horizon, QuickLine } from './quick-line.ts'

const DAY = 1440
/** Longer horizons cost memory and gain nothing: beyond, lines are asked the slow way. */
const HORIZON_MAX = 60 * 366 * DAY

const UNSTAFFED: Staffing = { slots: [], vacant: [] }

/**
 * Makes plans ready to be levelled together: refused as `PlanNetwork` refuses any of them, or for a circle
 * of links from plan to plan.
 */
export function compileLevelNet(input: LevelInput): Result<LevelNet> {
  const own = checkCalendars(input.calendars ?? [])
  if (!own.ok) return own
  const bare = input.plans.map(withoutLevels)
  const planned = new Map<string, Planned>()
  for (const plan of bare) {
    const network = PlanNetwork.of(plan)
    if (!network.ok) return network
    for (const task of plannedBy(network.value)) planned.set(task.id, task)
  }
  const before = datesBefore(input, planned)
  const pool = poolOf({ ...input, plans: bare })
  const net = compileNetwork(merge(pool, bare, input))
  if (!net.ok) return net
  return ok(assemble({ input, pool, net: net.value, planned, before }))
}

/** What an earlier levelling decided is decided anew. */
function withoutLevels(plan: PlanInput): PlanInput {
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, levelledAt: null })) }
}

function plannedBy({ net, times }: PlanNetwork): readonly Planned[] {
  return net.tasks.map((task, index) => {
    const node = net.nodeOf[index] ?? 0
    return {
      id: task.id,
      startAt: times.start[node] ?? 0,
      finishAt: times.finish[node] ?? 0,
      lateStartAt: times.lateStart[node] ?? 0,
      outside: outsideLimits(net, task),
    }
  })
}

/** Where everything lay: as published, otherwise as its plan has it. */
function datesBefore(
  { plans, published = [] }: LevelInput,
  planned: ReadonlyMap<string, Planned>,
): ReadonlyMap<string, DatedTask> {
  const before = new Map<string, DatedTask>(planned)
  for (const plan of plans) {
    if (plan.tasks.every(({ levelledAt }) => levelledAt === null)) continue
    const network = PlanNetwork.of(plan)
    if (network.ok) for (const task of plannedBy(network.value)) before.set(task.id, task)
  }
  for (const date of published) if (planned.has(date.id)) before.set(date.id, date)
  return before
}

/** All plans as one, whose items name their calendars; what else plans say for themselves is looked up by task. */
function merge(pool: Pool, plans: readonly PlanInput[], { links = [] }: LevelInput): PlanInput {
  const calendars = new Map(
    plans.flatMap((plan) => plan.calendars).map((calendar) => [calendar.id, calendar]),
  )
  const first = plans[0]?.options
  return {
    tasks: pool.tasks.map(({ task, options }) => ({
      ...task,
      calendarId: task.calendarId ?? options.calendarId,
    })),
    links: [...plans.flatMap((plan) => plan.links), ...links].toSorted(byId),
    calendars: [...calendars.values()],
    options: {
      startAt: startOf(plans),
      statusAt: null,
      calendarId: first?.calendarId ?? '',
      lagCalendar: 'project',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 0,
      nearCriticalMin: 0,
    },
  }
}

function startOf(plans: readonly PlanInput[]): Minute {
  return plans.length === 0 ? 0 : Math.min(...plans.map(({ options }) => options.startAt))
}

type Parts = {
  readonly input: LevelInput
  readonly pool: Pool
  readonly net: Net
  readonly planned: ReadonlyMap<string, Planned>
  readonly before: ReadonlyMap<string, DatedTask>
}

function assemble(parts: Parts): LevelNet {
  const { input, pool, net, planned, before } = parts
  const count = net.taskOf.length
  const taskOf = net.taskOf
  const tasks = Array.from(taskOf, (task) => pool.tasks[task]).filter((task) => task !== undefined)
  const was = tasks.map(({ task }) => before.get(task.id) ?? { id: task.id, startAt: 0, finishAt: 0 })
  const priority = priorityOf(input)
  const role = Uint8Array.from(tasks, (one, node) => {
    const frozen = { priority: priority(one.task.id), frozenUntil: input.frozenUntil }
    return roleOf(one.task, { role: net.role[node] ?? LEAF, startAt: was[node]?.startAt ?? 0, ...frozen })
  })
  const staffing = tasks.map((one, node) => (role[node] === FREE ? staffingOf(pool, one) : UNSTAFFED))
  const slots = staffing.map((each) => each.slots)
  const edges = edgesOf(net, pool)
  const horizon = horizonOf(parts, slots)
  const planIndex = new Map(input.plans.flatMap((plan, index) => plan.tasks.map(({ id }) => [id, index])))
  const draft = {
    pool,
    count,
    tasks: pool.tasks,
    taskOf,
    nodeOf: new Map(
      tasks.flatMap(
        ({ task }, node) =>
          net.role[node] === LEAF || net.role[node] === SUMMARY_END ? [[task.id, node] as const] : [], // A pair.
      ),
    ),
    planOf: Int32Array.from(tasks, ({ task }) => planIndex.get(task.id) ?? 0),
    planCount: input.plans.length,
    links: net.links,
    role,
    edges,
    ownLine: Int32Array.from(tasks, ({ plannedLine }) => plannedLine),
    line: Int32Array.from(tasks, (one, node) => jointLine(pool, one, slots[node] ?? [])),
    length: Float64Array.from(tasks, (one, node) => (role[node] === FREE ? levelSpan(one) : 0)),
    splits: tasks.map((one, node) => (role[node] === FREE ? levelSplits(one) : NO_SPLITS)),
    slots,
    vacant: staffing.flatMap((each) => each.vacant),
    urgency: urgenciesOf(edges, { role, own: tasks.map(({ task }) => priority(task.id)) }),
    before: was,
    isPublished: input.published !== undefined,
    late: Float64Array.from(tasks, ({ task }) => planned.get(task.id)?.lateStartAt ?? 0),
    startAt: startOf(input.plans),
    horizon,
    ...quickLines(pool, horizon),
  }
  const limited = { ...draft, ...limitsOf(draft, planned) }
  return { ...limited, dues: duesOf(limited, input, planned) }
}

/** Working time of a task with all resources that do it for sure. */
function jointLine(pool: Pool, one: PoolTask, slots: readonly Slot[]): number {
  return slots.reduce((line, { candidates }) => {
    const only = candidates.length === 1 ? pool.resources[candidates[0] ?? -1] : undefined
    return only && waitsFor(one, only) ? pool.lines.both(line, only.line) : line
  }, one.plannedLine)
}

/** To where all work of the busiest resource could be done one after the other, with room to spare. */
function horizonOf({ pool, planned, net }: Parts, slots: readonly (readonly Slot[])[]): Horizon {
  const load = new Float64Array(pool.resources.length)
  for (const [node, ofNode] of slots.entries()) {
    const one = pool.tasks[net.taskOf[node] ?? 0]
    for (const { candidates } of ofNode) {
      for (const resource of candidates) {
        const length = one ? levelSpan(one) : 0
        load[resource] = (load[resource] ?? 0) + length / candidates.length
      }
    }
  }
  const dates = [...planned.values()]
  const first = dates.reduce((least, { startAt }) => Math.min(least, startAt), net.options.startAt)
  const last = [...dates, ...pool.outside].reduce(
    (most, { finishAt }) => Math.max(most, finishAt),
    net.options.startAt,
  )
  const busiest = load.reduce((most, each) => Math.max(most, each), 0)
  const fromAt = first - 31 * DAY
  return { fromAt, toAt: Math.min(last + 62 * DAY + 6 * busiest, fromAt + HORIZON_MAX) }
}

/** Lines for schedules of both directions, made when they are first asked for. */
function quickLines({ lines }: Pool, horizon: Horizon): Pick<LevelNet, 'lineOf' | 'mirrorOf'> {
  const made: (QuickLine | undefined)[] = []
  const mirrored: (QuickLine | undefined)[] = []
  const find = (known: (QuickLine | undefined)[], line: number) => {
    const found = known[line] ?? new QuickLine(lines.at(line), horizon, known === mirrored)
    known[line] = found
    return found
  }
  return { lineOf: (line) => find(made, line), mirrorOf: (line) => find(mirrored, line) }
}
