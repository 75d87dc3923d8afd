import type { Random } from '../../kernel/index.ts'
import { cell, whole } from './cell.ts'
import type { Kept } from './kept.ts'
import type { LevelNet } from './level-net.ts'
import { FINISH_SCORE } from './score.ts'

/** How much of a place among what was taken apart is chance: 1 is no better than any order there. */
const CHANCE = 0.3

/** Where the order of a rebuilt schedule is put. */
export type Draft = {
  readonly net: LevelNet
  /** By node, from the finish: lower ones go first. */
  readonly keys: Float64Array
  /** By slot, who does it; -1: to be chosen. */
  readonly wanted: Int32Array
  readonly free: Int32Array
  readonly firstSlot: Int32Array
}

/**
 * A large neighbourhood of a good schedule: takes apart what finishes in a stretch of time, or of that what is done
 * with one resource, and gives it an order between its own and any other, and anybody who may do it. All other tasks
 * keep their order and whoever does them.
 *
 * @see Palpant, Artigues and Michelon, LSSPER: solving the RCPSP with large neighbourhood search, 2004
 */
export function rebuild(kept: Kept, { net, keys, wanted, free, firstSlot }: Draft, random: Random): void {
  const last = cell(kept.score, FINISH_SCORE)
  const length = last - net.startAt
  const width = length * (0.1 + random() * 0.5)
  const begin = random() * (length - width)
  const resource = random() < 0.5 ? anyResource(kept, random) : -1
  for (const node of free) {
    const own = last - cell(kept.finish, node)
    const [from, to] = [whole(firstSlot, node), whole(firstSlot, node + 1)]
    const isIn = own >= begin && own < begin + width
    const isTaken = isIn && (resource < 0 || kept.chosen.subarray(from, to).includes(resource))
    keys[node] = isTaken ? (1 - CHANCE) * own + CHANCE * (begin + random() * width) : own
    for (let slot = from; slot < to; slot += 1) wanted[slot] = isTaken ? -1 : whole(kept.chosen, slot)
  }
}

/** A resource by how much of the work it does. */
function anyResource({ chosen }: Kept, random: Random): number {
  return chosen.length === 0 ? -1 : whole(chosen, Math.floor(random() * chosen.length))
}
