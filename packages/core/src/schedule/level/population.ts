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
}

/** An empty population. */
export function populationOf(side: Side, size: number): Population {
  return {
    side,
    work: workspaceOf(side),
    size,
    starts: new Int32Array(size * side.count),
    makespans: new Int32Array(size),
  }
}

/** Keeps the schedule generated last in place of another. */
export function keep({ side, work, starts, makespans }: Population, slot: number, makespan: number): void {
  starts.set(work.start, slot * side.count)
  makespans[slot] = makespan
}

/** The better of two drawn at random. */
export function tournament({ size, makespans }: Population, random: Random): number {
  const one = Math.floor(random() * size)
  const other = Math.floor(random() * size)
  return at(makespans, one) <= at(makespans, other) ? one : other
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
