import { cell, whole } from '../level-plan/cell.ts'
import { BATCH } from './run-batch.ts'

const NEVER = Number.POSITIVE_INFINITY

/** No moment: it fits. */
export const FITS = Number.NEGATIVE_INFINITY
/** Nobody ended there: the amount of the resource changed. */
const NOBODY = -1

type Taking = { readonly share: number; readonly task: number }

/** How much there is of a resource from a moment on, in whole shares; the first from ever. */
export type CapacityStep = { readonly fromMin: number; readonly share: number }

/**
 * What is free of one resource in each of 64 runs, as steps: from `at` on, so many shares. A step also knows the task
 * that ended where it begins. Looking and taking cost the steps behind the moment, which are few: tasks come about in the
 * order of time.
 */
export class RunProfiles {
  #room: number
  #at: Float64Array
  #free: Float64Array
  #ended: Int32Array
  readonly #count = new Int32Array(BATCH)
  readonly #capacity: readonly CapacityStep[]
  /** The run that is looked at: its place and its first step. */
  #run = 0
  #first = 0
  /** The step at which `#freeAgain` found enough. */
  #found = 0
  /** The task that ended where what `conflictEnd` found ends. */
  endedBy = NOBODY

  constructor(capacity: readonly CapacityStep[]) {
    this.#capacity = capacity
    // The capacity, and a beginning and an end for a few tasks: more is made room for when it is needed.
    this.#room = capacity.length + 8
    this.#at = new Float64Array(this.#room * BATCH)
    this.#free = new Float64Array(this.#room * BATCH)
    this.#ended = new Int32Array(this.#room * BATCH)
  }

  /** Gives everything back, in all runs. */
  reset(): void {
    for (const [step, { fromMin, share }] of this.#capacity.entries()) {
      for (let run = 0; run < BATCH; run++) {
        const at = run * this.#room + step
        this.#at[at] = fromMin
        this.#free[at] = share
        this.#ended[at] = NOBODY
      }
    }
    this.#count.fill(this.#capacity.length)
  }

  /** Looks at one of the runs from now on. */
  turnTo(run: number): void {
    this.#run = run
    this.#first = run * this.#room
  }

  /** When the first stretch ends that has too little between two moments; `FITS` when none has; infinite: never again. */
  conflictEnd(from: number, to: number, share: number): number {
    const [at, free] = [this.#at, this.#free]
    const end = this.#first + whole(this.#count, this.#run)
    let step = this.#stepAt(from)
    while (cell(free, step) >= share) {
      step += 1
      if (step === end || cell(at, step) >= to) return FITS
    }
    return this.#freeAgain(step, share)
  }

  /** The first moment from one on at which shares are free for so long; infinite: never. */
  firstFit(ready: number, span: number, share: number): number {
    const [at, free] = [this.#at, this.#free]
    const end = this.#first + whole(this.#count, this.#run)
    let step = this.#stepAt(ready)
    let start = ready
    for (;;) {
      if (cell(free, step) < share) {
        start = this.#freeAgain(step, share)
        if (start === NEVER) return NEVER
        step = this.#found
      }
      step += 1
      if (step === end || cell(at, step) >= start + span) return start
    }
  }

  /** When there is enough again, from a step on that has too little. */
  #freeAgain(from: number, share: number): number {
    const free = this.#free
    const end = this.#first + whole(this.#count, this.#run)
    let step = from
    while (cell(free, step) < share) {
      step += 1
      if (step === end) return NEVER
    }
    this.#found = step
    this.endedBy = whole(this.#ended, step)
    return cell(this.#at, step)
  }

  /** Takes shares between two moments for a task, more than there are if need be. */
  take(from: number, to: number, { share, task }: Taking): void {
    if (from >= to) return
    if (whole(this.#count, this.#run) + 2 > this.#room) this.#grow()
    const last = this.#split(to)
    const count = whole(this.#count, this.#run)
    const first = this.#split(from)
    const end = last + whole(this.#count, this.#run) - count
    const free = this.#free
    for (let step = first; step < end; step++) free[step] = cell(free, step) - share
    this.#ended[end] = task
    // A step that is none is taken out again: what follows one another is looked at as one.
    if (free[end] === free[end - 1]) this.#remove(end)
    if (first > this.#first && free[first] === free[first - 1]) this.#remove(first)
  }

  /** The step that a moment lies in: mostly one of the last. */
  #stepAt(moment: number): number {
    const at = this.#at
    let step = this.#first + whole(this.#count, this.#run) - 1
    while (cell(at, step) > moment) step -= 1
    return step
  }

  /** Makes a step begin at a moment. */
  #split(moment: number): number {
    const step = this.#stepAt(moment)
    const [at, free, ended] = [this.#at, this.#free, this.#ended]
    if (cell(at, step) === moment) return step
    const count = whole(this.#count, this.#run)
    for (let to = this.#first + count; to > step + 1; to--) {
      at[to] = cell(at, to - 1)
      free[to] = cell(free, to - 1)
      ended[to] = whole(ended, to - 1)
    }
    at[step + 1] = moment
    free[step + 1] = cell(free, step)
    ended[step + 1] = NOBODY
    this.#count[this.#run] = count + 1
    return step + 1
  }

  #remove(step: number): void {
    const [at, free, ended] = [this.#at, this.#free, this.#ended]
    const last = this.#first + whole(this.#count, this.#run) - 1
    for (let to = step; to < last; to++) {
      at[to] = cell(at, to + 1)
      free[to] = cell(free, to + 1)
      ended[to] = whole(ended, to + 1)
    }
    this.#count[this.#run] = last - this.#first
  }

  #grow(): void {
    const [at, free, ended, room] = [this.#at, this.#free, this.#ended, this.#room]
    this.#room = room * 2
    this.#at = new Float64Array(this.#room * BATCH)
    this.#free = new Float64Array(this.#room * BATCH)
    this.#ended = new Int32Array(this.#room * BATCH)
    for (let run = 0; run < BATCH; run++) {
      const [from, to] = [run * room, run * this.#room]
      this.#at.set(at.subarray(from, from + room), to)
      this.#free.set(free.subarray(from, from + room), to)
      this.#ended.set(ended.subarray(from, from + room), to)
    }
    this.#first = this.#run * this.#room
  }
}
