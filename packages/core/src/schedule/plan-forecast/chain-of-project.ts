import { compileCalendars, type Minute } from '../../calendar/index.ts'
import { err, type Id, type Instant, ok, type Result } from '../../kernel/index.ts'
import { type BufferedChain, type BufferRule, bufferChain } from '../chain/buffers.ts'
import { type FeverPoint, takeFever } from '../chain/fever.ts'
import type { ChainNetwork, ChainTask } from '../chain/network.ts'
import { type Net } from '../network/compile-network.ts'
import type { PlanTask } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { restOf } from '../network/rest.ts'
import { LEAF } from '../network/structure.ts'
import { durationOf, spanOf } from '../network/task-span.ts'
import type { ProjectPlan } from '../project-plan/project-plan.ts'
import { toPlanInput } from '../project-plan/to-plan-input.ts'
import { measure, nodeIds } from './calculated.ts'
import type { EffortRange } from './estimate-shape.ts'

const MINUTE_MS = 60_000
/** Sums of units may differ in their last digits. */
const SAME_UNITS = 1e-9

/** People and machines with what they are on, units as in `PlanResource`. */
export type ChainPool = {
  readonly resources: readonly { readonly id: Id<'Resource'>; readonly maxUnits: number }[]
  readonly assignments: readonly {
    readonly itemId: Id<'WorkItem'>
    readonly resourceId: Id<'Resource'>
    readonly units: number
  }[]
}

/** What the critical chain of a project follows from. */
export type ChainFacts = {
  readonly plan: ProjectPlan
  readonly ranges: ReadonlyMap<Id<'WorkItem'>, EffortRange>
  readonly rule: BufferRule
  /** Until when the fever is taken: the status date, or now. */
  readonly statusAt: Instant
  /** How much there is of people and machines, and how much of them items take. */
  readonly pool: ChainPool
}

/** The critical chain of a project with its buffers, and how it goes. Lengths are working minutes. */
export type ProjectChain = Omit<BufferedChain, 'feeding'> & {
  readonly feeding: BufferedChain['feeding']
  /** When the chain ends as it is planned, and with its buffer behind it. */
  readonly finishAt: Instant
  readonly bufferedFinishAt: Instant
  readonly fever: FeverPoint
  /** Items of the chain without a range: nothing of theirs goes into a buffer of root and squares. */
  readonly unranged: number
  /**
   * People and machines that are planned for more at once than there is of them: the plan is not levelled, and what
   * they will do one after the other is not in the chain.
   */
  readonly overloaded: number
}

/**
 * The critical chain of a plan: its longest way through what waits for what, be it by links from finish to
 * start or because somebody or something does one after the other, as the plan lies now. What is planned is
 * taken as what it takes in one case of two, the upper end of its range as what people would promise.
 *
 * @returns null for a plan without work; or refused as `PlanNetwork.of` refuses
 * @see E. Goldratt, Critical Chain, 1997
 */
export function chainOfProject(facts: ChainFacts): Result<ProjectChain | null> {
  const input = toPlanInput(facts.plan)
  const found = PlanNetwork.of(input)
  if (!found.ok) return err(found.refusal)
  const { net, times } = found.value
  const line = compileCalendars(input.calendars, input.options.startAt).get(input.options.calendarId)
  const network = chainNetwork(found.value, facts)
  const buffered = bufferChain(network, facts.rule)
  const leaves = leavesOf(net)
  const onChain = buffered.chain.filter((id) => leaves.has(id))
  const [first, last] = [leaves.get(onChain[0] ?? ''), leaves.get(onChain.at(-1) ?? '')]
  if (!line || !first || !last) return ok(null)
  const { workOf } = measure(found.value, line)
  const startMin = workOf(times.start[first.node] ?? 0)
  const finish: Minute = times.finish[last.node] ?? 0
  const remainingMin = onChain.reduce((sum, id) => sum + leftOf(leaves.get(id)?.task), 0)
  return ok({
    ...buffered,
    chain: onChain,
    feeding: buffered.feeding
      .map((each) => ({ ...each, chain: each.chain.filter((id) => leaves.has(id)) }))
      .filter(({ chain, bufferMin }) => chain.length > 0 && bufferMin > 0),
    finishAt: finish * MINUTE_MS,
    bufferedFinishAt:
      line.finishSide(line.toWork(finish) + Math.round(buffered.projectBufferMin)) * MINUTE_MS,
    fever: takeFever({
      chainMin: buffered.chainMin,
      bufferMin: buffered.projectBufferMin,
      elapsedMin: Math.max(0, workOf(Math.floor(facts.statusAt / MINUTE_MS)) - startMin),
      remainingMin,
    }),
    unranged: onChain.filter((id) => !facts.ranges.has(id)).length,
    overloaded: countOverloaded(found.value, facts.pool),
  })
}

type Leaf = { readonly task: PlanTask; readonly node: number }

function leavesOf(net: Net): ReadonlyMap<string, Leaf> {
  return new Map(
    Array.from(net.taskOf, (at, node) => ({ task: net.tasks[at], node })).flatMap(({ task, node }) =>
      task && net.role[node] === LEAF ? [[task.id, { task, node }] as const] : [],
    ),
  )
}

function leftOf(task: PlanTask | undefined): number {
  if (!task) return 0
  if (task.actual === null) return spanOf(task)
  return task.actual.finishAt === null ? restOf(task).spanMin : 0
}

function chainNetwork(network: PlanNetwork, facts: ChainFacts): ChainNetwork {
  const { net } = network
  const ids = nodeIds(net)
  const tasks = ids.map((id, node): ChainTask => {
    const task = net.tasks[net.taskOf[node] ?? 0]
    if (!task || net.role[node] !== LEAF) return { id, aggressiveMin: 0, safeMin: 0 }
    const [workMin, aggressiveMin] = [durationOf(task), spanOf(task)]
    const restMin = aggressiveMin - workMin
    return { id, aggressiveMin, safeMin: restMin + workMin * safetyOf(facts.ranges.get(id)), restMin }
  })
  const links = net.edges.flatMap(({ from, to, kind }) => {
    const isSequence = kind === 'FS' || kind === 'below' || kind === 'above'
    return isSequence ? [{ from: ids[from] ?? '', to: ids[to] ?? '' }] : []
  })
  return { tasks, links: [...links, ...resourceLinks(network, facts.plan)] }
}

/** How much longer than planned it takes when it goes badly. */
function safetyOf(range: EffortRange | undefined): number {
  if (!range) return 1
  const expected = range.likelyMin ?? (range.lowMin + range.highMin) / 2
  return expected > 0 ? Math.max(1, range.highMin / expected) : 1
}

/** What people and machines do one after the other; what overlaps says nothing of an order. */
function resourceLinks({ net, times }: PlanNetwork, { resources, assignments }: ProjectPlan) {
  const leaves = leavesOf(net)
  const busy = new Set(
    resources.flatMap(({ id, kind }) => (kind === 'work' || kind === 'machine' ? [id] : [])),
  )
  const byResource = Map.groupBy(
    assignments.filter(({ itemId, resourceId }) => busy.has(resourceId ?? '') && leaves.has(itemId)),
    ({ resourceId }) => resourceId,
  )
  return [...byResource.values()].flatMap((own) => {
    const spans = own
      .map(({ itemId }) => ({ itemId, node: leaves.get(itemId)?.node ?? 0 }))
      .map(({ itemId, node }) => ({ itemId, start: times.start[node] ?? 0, finish: times.finish[node] ?? 0 }))
      .toSorted((a, b) => a.start - b.start || a.finish - b.finish)
    return spans.flatMap(({ itemId, start }, index) => {
      const before = spans[index - 1]
      return before && before.finish <= start && before.itemId !== itemId
        ? [{ from: before.itemId, to: itemId }]
        : []
    })
  })
}

/** Whoever is on more at once than there is of them; what is done or has no length takes nobody. */
function countOverloaded({ net, times }: PlanNetwork, { resources, assignments }: ChainPool): number {
  const leaves = leavesOf(net)
  const byResource = Map.groupBy(assignments, ({ resourceId }) => resourceId)
  return resources.filter(({ id, maxUnits }) => {
    const edges = (byResource.get(id) ?? []).flatMap(({ itemId, units }) => {
      const leaf = leaves.get(itemId)
      if (!leaf || leftOf(leaf.task) === 0) return []
      const [start, finish] = [times.start[leaf.node] ?? 0, times.finish[leaf.node] ?? 0]
      return [
        { at: start, units },
        { at: finish, units: -units },
      ]
    })
    return peakOf(edges) > maxUnits + SAME_UNITS
  }).length
}

/** The most that is taken at a time; who ends makes room before who begins. */
function peakOf(edges: readonly { readonly at: Minute; readonly units: number }[]): number {
  let [taken, most] = [0, 0]
  for (const { units } of edges.toSorted((a, b) => a.at - b.at || a.units - b.units)) {
    taken += units
    most = Math.max(most, taken)
  }
  return most
}
