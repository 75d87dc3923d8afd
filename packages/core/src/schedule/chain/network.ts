import { orderLinks } from '../order-links.ts'

/** A task of a critical chain plan; durations in working minutes. */
export type ChainTask<TaskId extends string = string> = {
  readonly id: TaskId
  /** What people promise: kept in nine cases of ten. */
  readonly safeMin: number
  /** What it takes in one case of two. */
  readonly aggressiveMin: number
  /** How much of both it rests: nothing that a buffer protects. */
  readonly restMin?: number
}

/** Tasks and what must be finished before what: links of logic, and of resources after levelling. */
export type ChainNetwork<TaskId extends string = string> = {
  readonly tasks: readonly ChainTask<TaskId>[]
  readonly links: readonly { readonly from: TaskId; readonly to: TaskId }[]
}

/** A network in order of precedence. */
export type OrderedNetwork<TaskId extends string> = {
  readonly order: readonly TaskId[]
  readonly tasks: ReadonlyMap<TaskId, ChainTask<TaskId>>
  readonly before: ReadonlyMap<TaskId, readonly TaskId[]>
  readonly after: ReadonlyMap<TaskId, readonly TaskId[]>
}

/** Orders tasks after what precedes them; RangeError for a circle. Links of tasks not given are left out. */
export function orderNetwork<TaskId extends string>(network: ChainNetwork<TaskId>): OrderedNetwork<TaskId> {
  const tasks = new Map(network.tasks.map((task) => [task.id, task]))
  const before = new Map(network.tasks.map(({ id }): [TaskId, TaskId[]] => [id, []]))
  const after = new Map(network.tasks.map(({ id }): [TaskId, TaskId[]] => [id, []]))
  for (const { from, to } of network.links) {
    if (!tasks.has(from) || !tasks.has(to)) continue
    before.get(to)?.push(from)
    after.get(from)?.push(to)
  }
  const ids = network.tasks.map(({ id }) => id)
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const arrows = [...after].flatMap(([id, nexts]) =>
    nexts.map((next) => ({ from: placeOf.get(id) ?? -1, to: placeOf.get(next) ?? -1 })),
  )
  const order = orderLinks(ids.length, arrows).order.flatMap((place) => ids[place] ?? [])
  if (order.length !== tasks.size) throw new RangeError('the network has a circle')
  return { order, tasks, before, after }
}

/** The longest way into each task, by aggressive durations: its finish and the task it comes through. */
export function longestWays<TaskId extends string>(
  network: OrderedNetwork<TaskId>,
  isOn: (id: TaskId) => boolean,
): ReadonlyMap<TaskId, { readonly finishMin: number; readonly through: TaskId | null }> {
  const ways = new Map<TaskId, { readonly finishMin: number; readonly through: TaskId | null }>()
  for (const id of network.order) {
    if (!isOn(id)) continue
    let startMin = 0
    let through: TaskId | null = null
    for (const previous of network.before.get(id) ?? []) {
      const way = ways.get(previous)
      if (way === undefined || (through !== null && way.finishMin <= startMin)) continue
      startMin = way.finishMin
      through = previous
    }
    ways.set(id, { finishMin: startMin + (network.tasks.get(id)?.aggressiveMin ?? 0), through })
  }
  return ways
}

/** The tasks of the longest way that ends with a task, first one first. */
export function wayTo<TaskId extends string>(
  ways: ReadonlyMap<TaskId, { readonly through: TaskId | null }>,
  last: TaskId,
): readonly TaskId[] {
  const way: TaskId[] = []
  for (let id: TaskId | null = last; id !== null; id = ways.get(id)?.through ?? null) way.push(id)
  return way.toReversed()
}
