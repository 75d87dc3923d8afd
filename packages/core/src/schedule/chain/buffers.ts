import {
  type ChainNetwork,
  type ChainTask,
  longestWays,
  type OrderedNetwork,
  orderNetwork,
  wayTo,
} from './network.ts'

/**
 * How a buffer is sized: half of the aggressive length of its chain (cut and paste), or the root of the
 * sum of squares of what safe durations have above aggressive ones.
 *
 * @see E. Goldratt, Critical Chain, 1997; R. Newbold, Project Management in the Fast Lane, 1998
 */
export type BufferRule = 'cut-and-paste' | 'root-square'

/** A chain beside the critical one, and the buffer that protects the critical chain from it. */
export type FeedingChain<TaskId extends string = string> = {
  /** First task first; the longest way into its last task that runs outside the critical chain. */
  readonly chain: readonly TaskId[]
  /** The tasks of the critical chain that wait for its last task. */
  readonly joins: readonly TaskId[]
  /** Working minutes; root-square gives fractions. */
  readonly bufferMin: number
  /** Working minutes between its earliest finish and the earliest start of the first task it joins. */
  readonly floatMin: number
}

/** A buffered plan. */
export type BufferedChain<TaskId extends string = string> = {
  readonly chain: readonly TaskId[]
  /** Aggressive length of the critical chain, working minutes. */
  readonly chainMin: number
  readonly projectBufferMin: number
  /** In the order of their last tasks in the network. One with less float than buffer delays the start. */
  readonly feeding: readonly FeedingChain<TaskId>[]
}

/**
 * The critical chain of a network: the longest way by aggressive durations. For a chain under resources
 * give the links between tasks that follow one another on a resource, as levelling records them.
 *
 * @returns task ids, first one first; empty for an empty network
 * @throws RangeError for a network with a circle: it is refused earlier
 */
export function findCriticalChain<TaskId extends string>(network: ChainNetwork<TaskId>): readonly TaskId[] {
  const ordered = orderNetwork(network)
  const ways = longestWays(ordered, () => true)
  let last: TaskId | null = null
  let finishMin = -1
  for (const id of ordered.order) {
    const way = ways.get(id)
    if (way === undefined || way.finishMin <= finishMin) continue
    last = id
    finishMin = way.finishMin
  }
  return last === null ? [] : wayTo(ways, last)
}

/**
 * Size of one buffer.
 *
 * @param chain the tasks it protects
 * @returns working minutes; root-square gives fractions
 */
export function sizeBuffer(chain: readonly Omit<ChainTask, 'id'>[], rule: BufferRule): number {
  if (rule === 'cut-and-paste') {
    return chain.reduce((sum, { aggressiveMin, restMin = 0 }) => sum + aggressiveMin - restMin, 0) / 2
  }
  return Math.sqrt(chain.reduce((sum, task) => sum + (task.safeMin - task.aggressiveMin) ** 2, 0))
}

/**
 * Project buffer and feeding buffers: one where each chain of other tasks joins the critical chain.
 *
 * @param network tasks with safe and aggressive durations in working minutes, finish-to-start links
 * @param rule how buffers are sized
 * @param chain the critical chain, first task first; without it, the longest way
 * @throws RangeError for a network with a circle: it is refused earlier
 */
export function bufferChain<TaskId extends string>(
  network: ChainNetwork<TaskId>,
  rule: BufferRule,
  chain: readonly TaskId[] = findCriticalChain(network),
): BufferedChain<TaskId> {
  const ordered = orderNetwork(network)
  const tasks = pick(ordered, chain)
  return {
    chain,
    chainMin: tasks.reduce((sum, task) => sum + task.aggressiveMin, 0),
    projectBufferMin: sizeBuffer(tasks, rule),
    feeding: feedersOf(ordered, new Set(chain)).map((feeder) => ({
      ...feeder,
      bufferMin: sizeBuffer(pick(ordered, feeder.chain), rule),
    })),
  }
}

function feedersOf<TaskId extends string>(
  network: OrderedNetwork<TaskId>,
  critical: ReadonlySet<TaskId>,
): readonly Omit<FeedingChain<TaskId>, 'bufferMin'>[] {
  const outside = longestWays(network, (id) => !critical.has(id))
  const all = longestWays(network, () => true)
  const finishOf = (id: TaskId) => all.get(id)?.finishMin ?? 0
  const startOf = (id: TaskId) => finishOf(id) - (network.tasks.get(id)?.aggressiveMin ?? 0)
  return network.order.flatMap((id) => {
    if (critical.has(id)) return []
    const joins = [...new Set(network.after.get(id))].filter((next) => critical.has(next))
    if (joins.length === 0) return []
    const floatMin = joins.reduce((least, next) => Math.min(least, startOf(next)), Infinity) - finishOf(id)
    return [{ chain: wayTo(outside, id), joins, floatMin }]
  })
}

function pick<TaskId extends string>(
  network: OrderedNetwork<TaskId>,
  ids: readonly TaskId[],
): readonly ChainTask<TaskId>[] {
  return ids.flatMap((id) => network.tasks.get(id) ?? [])
}
