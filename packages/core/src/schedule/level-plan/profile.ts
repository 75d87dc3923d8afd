import type { Minute } from '../../calendar/index.ts'
import { cell } from './cell.ts'

/** No moment: nothing is too little. */
export const ENOUGH = Number.NEGATIVE_INFINITY

/** Room for a resource that nothing is known of. */
const SMALL = 16

/**
 * What is free of a resource over time, as steps: from `at[i]` on, `free[i]` shares. Stretches when it does not
 * work are as those around them: whoever takes it has looked at its line before.
 *
 * Looking costs a search by halves and the steps that are looked at; taking costs the steps behind it.
 */
export class Profile {
  #at = new Float64Array(SMALL)
  #free = new Float64Array(SMALL)
  #count = 1
  #baseAt = new Float64Array(SMALL)
  #baseFree = new Float64Array(SMALL)
  #baseCount = 1

  /** @param free shares, from ever on */
  constructor(free: number) {
    this.#at[0] = Number.NEGATIVE_INFINITY
    this.#free[0] = free
    this.keep()
  }

  /** Makes what it is now what `reset` goes back to. */
  keep(): void {
    this.#baseAt = this.#at.slice()
    this.#baseFree = this.#free.slice()
    this.#baseCount = this.#count
  }

  /** Forgets what was taken since `keep`. */
  reset(): void {
    this.#at.set(this.#baseAt.subarray(0, this.#baseCount))
    this.#free.set(this.#baseFree.subarray(0, this.#baseCount))
    this.#count = this.#baseCount
  }

  /** The same with time running backwards: what it goes back to is turned round. */
  mirrored(): Profile {
    const turned = new Profile(cell(this.#baseFree, this.#baseCount - 1))
    for (let index = this.#baseCount - 1; index > 0; index -= 1) {
      const more = cell(this.#baseFree, index - 1) - cell(this.#baseFree, index)
      turned.take(-cell(this.#baseAt, index), Number.POSITIVE_INFINITY, -more)
    }
    turned.keep()
    return turned
  }

  /** When the first stretch ends that has too little between two moments; `ENOUGH` when none has; infinite: never again. */
  conflictEnd(from: Minute, to: Minute, need: number): Minute {
    let index = this.#indexAt(from)
    while (index < this.#count && cell(this.#at, index) < to) {
      if (cell(this.#free, index) < need) {
        while (index < this.#count && cell(this.#free, index) < need) index += 1
        return index < this.#count ? cell(this.#at, index) : Number.POSITIVE_INFINITY
      }
      index += 1
    }
    return ENOUGH
  }

  /** Takes shares between two moments, more than there are if need be. */
  take(from: Minute, to: Minute, need: number): void {
    if (from >= to || need === 0) return
    const first = this.#split(from)
    const last = to === Number.POSITIVE_INFINITY ? this.#count : this.#split(to)
    for (let index = first; index < last; index += 1) this.#free[index] = cell(this.#free, index) - need
    // A step that is none is taken out again: what follows one another is looked at as one.
    if (last < this.#count && cell(this.#free, last) === cell(this.#free, last - 1)) this.#remove(last)
    if (first > 0 && cell(this.#free, first) === cell(this.#free, first - 1)) this.#remove(first)
  }

  /** The step that a moment lies in. */
  #indexAt(at: Minute): number {
    let low = 0
    let high = this.#count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (cell(this.#at, middle) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Makes a step begin at a moment. */
  #split(at: Minute): number {
    const index = this.#indexAt(at)
    if (cell(this.#at, index) === at) return index
    if (this.#count === this.#at.length) this.#grow()
    this.#at.copyWithin(index + 2, index + 1, this.#count)
    this.#free.copyWithin(index + 2, index + 1, this.#count)
    this.#at[index + 1] = at
    this.#free[index + 1] = cell(this.#free, index)
    this.#count += 1
    return index + 1
  }

  #remove(index: number): void {
    this.#at.copyWithin(index, index + 1, this.#count)
    this.#free.copyWithin(index, index + 1, this.#count)
    this.#count -= 1
  }

  #grow(): void {
    const at = new Float64Array(this.#at.length * 2)
    const free = new Float64Array(this.#at.length * 2)
    at.set(this.#at)
    free.set(this.#free)
    this.#at = at
    this.#free = free
  }
}
