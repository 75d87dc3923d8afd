import { normalShare } from './normal.ts'

/** A task with three estimates, in any one unit, and the tasks it follows. */
export type PertTask<TaskId extends string = string> = {
  readonly id: TaskId
  readonly after: readonly TaskId[]
  readonly low: number
  readonly likely: number
  readonly high: number
}

/** The classical PERT answer: only the path that is longest on average is looked at. */
export type PertAnalysis<TaskId extends string = string> = {
  /** The longest path by mean durations, first task first. */
  readonly path: readonly TaskId[]
  readonly mean: number
  readonly variance: number
}

/**
 * PERT without simulation. It is too hopeful where paths meet: `runRisk` shows by how much.
 *
 * @param tasks each after those it follows
 * @returns the critical path with the sum of its means and variances, in the unit of the estimates
 * @see Malcolm, Roseboom, Clark & Fazar, Application of a Technique for R&D Program Evaluation, 1959
 */
export function analysePert<TaskId extends string>(tasks: readonly PertTask<TaskId>[]): PertAnalysis<TaskId> {
  const ways = new Map<TaskId, PertAnalysis<TaskId>>()
  let longest: PertAnalysis<TaskId> = { path: [], mean: 0, variance: 0 }
  for (const { id, after, low, likely, high } of tasks) {
    let before: PertAnalysis<TaskId> = { path: [], mean: 0, variance: 0 }
    for (const previous of after) {
      const way = ways.get(previous)
      if (way && way.mean > before.mean) before = way
    }
    const way = {
      path: [...before.path, id],
      mean: before.mean + (low + 4 * likely + high) / 6,
      variance: before.variance + ((high - low) / 6) ** 2,
    }
    ways.set(id, way)
    if (way.mean > longest.mean) longest = way
  }
  return longest
}

/** Chance to be done by a time, taking the length of the path as normal; in the unit of the estimates. */
export function pertChance({ mean, variance }: Pick<PertAnalysis, 'mean' | 'variance'>, by: number): number {
  if (variance > 0) return normalShare((by - mean) / Math.sqrt(variance))
  return by >= mean ? 1 : 0
}
