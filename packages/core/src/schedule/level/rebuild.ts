import type { Breeding } from './breed.ts'
import { generate } from './generate.ts'
import { sortByAnyKey } from './order.ts'
import { betterOf, keyFromOtherEnd, tournament } from './population.ts'
import { windowOf } from './window.ts'

/** How much of a place in the window is chance: 1 is no better than any order there. */
const CHANCE = 0.3

/**
 * A large neighbourhood of a good schedule: takes apart a window of it and puts that together again, with the
 * activities in it in an order between theirs and any other, from the other end than the schedule. All others keep
 * their order.
 *
 * @returns its makespan; the schedule is in the target's workspace
 * @see Palpant, Artigues and Michelon, LSSPER: solving the RCPSP with large neighbourhood search, 2004
 */
export function rebuild({ parents, target, sorter, random }: Breeding): number {
  const mother = betterOf(parents, tournament(parents, random), tournament(parents, random))
  const { begin, end } = windowOf(parents, mother, random)
  for (let i = 0; i < parents.side.count; i++) {
    const hers = keyFromOtherEnd(parents, mother, i)
    const isIn = hers >= begin && hers < end
    sorter.key[i] = isIn ? blend(hers, begin + random() * (end - begin)) : hers
  }
  sortByAnyKey(target.side, sorter, target.work.order)
  return generate(target.side, target.work)
}

function blend(own: number, any: number): number {
  return Math.floor((1 - CHANCE) * own + CHANCE * any)
}
