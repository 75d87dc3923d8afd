import type { RiskCalendar } from './risk-plan.ts'

/**
 * The working time of a task within that of its project, both in minutes: what is done counts on while the project
 * works, but for some stretches. Of the two moments with the same work before them, those on either side of such a
 * stretch, the finish side is the earlier one.
 */
export class WorkLine {
  readonly #from: Float64Array
  readonly #to: Float64Array
  /** Work before each stretch, and the length of all stretches before it. */
  readonly #before: Float64Array
  readonly #lost: Float64Array

  constructor(pauses: RiskCalendar) {
    this.#from = Float64Array.from(pauses, ({ fromMin }) => fromMin)
    this.#to = Float64Array.from(pauses, ({ toMin }) => toMin)
    this.#lost = new Float64Array(pauses.length + 1)
    for (const [at, { fromMin, toMin }] of pauses.entries())
      this.#lost[at + 1] = (this.#lost[at] ?? 0) + toMin - fromMin
    this.#before = this.#from.map((from, at) => from - (this.#lost[at] ?? 0))
  }

  /** Work before a moment. */
  toWork(at: number): number {
    const passed = countUpTo(this.#from, at)
    const end = this.#to[passed - 1] ?? 0
    return at < end ? (this.#before[passed - 1] ?? 0) : at - (this.#lost[passed] ?? 0)
  }

  /** The earliest moment with so much work before it. */
  finishSide(work: number): number {
    return work + (this.#lost[countBelow(this.#before, work)] ?? 0)
  }

  /** The latest one. */
  startSide(work: number): number {
    return work + (this.#lost[countUpTo(this.#before, work)] ?? 0)
  }

  /** The moment at which work can go on. */
  nextStart(at: number): number {
    return Math.max(at, this.#to[countUpTo(this.#from, at) - 1] ?? 0)
  }

  /** The moment at which the work that goes on at another one stops next. */
  nextStop(at: number): number {
    return this.#from[countUpTo(this.#from, at)] ?? Number.POSITIVE_INFINITY
  }
}

function countUpTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function countBelow(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
