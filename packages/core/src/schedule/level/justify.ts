import { at } from './at.ts'
import { generate, workspaceOf } from './generate.ts'
import { sortByKey, sorterOf } from './order.ts'
import type { Side, Sides } from './side.ts'

/** A schedule: starts by number, in periods of its side, and its last finish. */
export type Timed = { readonly start: Int32Array; readonly makespan: number }

/** Justifies a schedule to its finish, then to the start of the project. */
export function shorten({ forward, backward }: Sides, given: Timed): Timed {
  const fromFinish = justifyTo(backward, given)
  return justifyTo(forward, fromFinish)
}

/**
 * Generates a schedule of a side from one of the other side: what is nearest to the end the side begins
 * at is placed first. Where links have no leads, no activity comes to lie farther from that end.
 */
export function justifyTo(side: Side, { start, makespan }: Timed): Timed {
  const work = workspaceOf(side)
  const sorter = sorterOf(side.count, makespan + 1)
  for (let i = 0; i < side.count; i++) sorter.key[i] = makespan - at(start, i) - at(side.duration, i)
  sortByKey(side, sorter, work.order)
  const justified = generate(side, work)
  return { start: work.start, makespan: justified }
}
