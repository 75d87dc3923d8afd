import type { Random } from '../../kernel/index.ts'
import { at } from './at.ts'
import { type Workspace, workspaceOf } from './generate.ts'
import type { Side } from './side.ts'

/** Schedules of one side, which are the parents of those of the other. */
export type Population = {
  readonly side: Side
  readonly work: Workspace
  readonly size: number
  /** Start of activity `i` in schedule `s` at `s * count + i`, in periods of the side. */
  readonly starts: Int32Array
  readonly makespans: Int32Array
  /** What schedules are compared by, as of `scoreOf`: less is better; `EMPTY` where there is none. */
  readonly scores: Float64Array
}

/** The score of a place without a schedule. */
export const EMPTY = Number.POSITIVE_INFINITY

/** An empty population. */
export function populationOf(side: Side, size: number): Population {
  return {
    side,
    work: workspaceOf(side),
    size,
    starts: new Int32Array(size * side.count),
    makespans: new Int32Array(size),
    scores: new Float64Array(size).fill(EMPTY),
  }
}

/**
 * The makespan of the schedule generated last and, as a fraction, how late its activities finish on average. Most
 * schedules of a population are equally long; those with little left at their end are the next to become shorter.
 */
export function scoreOf({ side, work }: Population, makespan: number): number {
  const { count, duration } = side
  let finishes = 0
  for (let i = 0; i < count; i++) finishes += at(work.start, i) + at(duration, i)
  return makespan + finishes / ((count + 1) * (makespan + 1))
}

/** Keeps the schedule generated last in place of another. */
export function keep(population: Population, slot: number, makespan: number): void {
  const { side, work, starts, makespans, scores } = population
  starts.set(work.start, slot * side.count)
  makespans[slot] = makespan
  scores[slot] = scoreOf(population, makespan)
}

/** The better of two drawn at random. */
export function tournament(population: Population, random: Random): number {
  const one = Math.floor(random() * population.size)
  const other = Math.floor(random() * population.size)
  return betterOf(population, one, other)
}

/** The better of two. */
export function betterOf({ scores }: Population, one: number, other: number): number {
  return (scores[one] ?? 0) <= (scores[other] ?? 0) ? one : other
}

/**
 * When activity `i` of a schedule comes, seen from the other end: periods from its finish to the end of
 * the schedule.
 */
export function keyFromOtherEnd(
  { side, starts, makespans }: Population,
  slot: number,
  activity: number,
): number {
  const finish = at(starts, slot * side.count + activity) + at(side.duration, activity)
  return at(makespans, slot) - finish
}
