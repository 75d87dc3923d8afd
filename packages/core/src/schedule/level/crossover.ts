import { at } from './at.ts'
import type { Sorter } from './order.ts'
import { keyFromOtherEnd, type Population } from './population.ts'
import type { Window } from './window.ts'

/** Two schedules of a population. */
export type Parents = { readonly parents: Population; readonly mother: number; readonly father: number }

/**
 * The keys of a child, seen from the other end: activities of the mother's window keep her order, those
 * before and after come in the order of the father.
 *
 * @see Debels and Vanhoucke, A bi-population based genetic algorithm for the RCPSP, 2005
 */
export function crossKeys({ parents, mother, father }: Parents, { key }: Sorter, window: Window): void {
  const { count } = parents.side
  const afterFather = at(parents.makespans, father) + 1
  const afterWindow = afterFather + window.end - window.begin + 1
  for (let i = 0; i < count; i++) {
    const hers = keyFromOtherEnd(parents, mother, i)
    if (hers < window.begin) key[i] = keyFromOtherEnd(parents, father, i)
    else if (hers < window.end) key[i] = afterFather + hers - window.begin
    else key[i] = afterWindow + keyFromOtherEnd(parents, father, i)
  }
}
