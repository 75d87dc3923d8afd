import type { Minute, Timeline } from '../../calendar/index.ts'
import { cell, whole } from './cell.ts'

const DAY = 1440

/** The stretch of time that levelling is quick in. */
export type Horizon = { readonly fromAt: Minute; readonly toAt: Minute }

/**
 * A line as schedules are generated on it: each question is a look into a table of days instead of a search.
 * Outside of its horizon it asks the line it is made from, so answers are always the same as there.
 *
 * Mirrored, time runs backwards: minute `t` is `-t`, starts are finishes, and the answers are those of the
 * line turned round.
 */
export class QuickLine {
  readonly #line: Timeline
  readonly #sign: 1 | -1
  readonly #from: number
  readonly #to: number
  readonly #starts: Float64Array
  readonly #ends: Float64Array
  /** Work before each stretch. */
  readonly #before: Float64Array
  /** Of each day, the last stretch that begins at or before its beginning. */
  readonly #ofDay: Int32Array
  /** Of each day of work, the last stretch with less work before it than the day begins with. */
  readonly #ofWork: Int32Array
  readonly #firstWork: number
  readonly #lastWork: number

  constructor(line: Timeline, { fromAt, toAt }: Horizon, isMirrored: boolean) {
    this.#line = line
    this.#sign = isMirrored ? -1 : 1
    this.#from = isMirrored ? -toAt : fromAt
    this.#to = isMirrored ? -fromAt : toAt
    const { starts, ends } = line.spansBetween(fromAt, toAt)
    this.#starts = turned(isMirrored ? ends : starts, isMirrored)
    this.#ends = turned(isMirrored ? starts : ends, isMirrored)
    this.#before = this.#starts.map((start) => this.#slowWork(start))
    this.#ofDay = tableOf(this.#starts, { from: this.#from, to: this.#to })
    this.#firstWork = this.#slowWork(this.#from)
    this.#lastWork = this.#slowWork(this.#to)
    // A stretch with exactly as much work before it is one too far: work is done at the end of the one before.
    const below = this.#before.map((work) => work + 1)
    this.#ofWork = tableOf(below, { from: this.#firstWork, to: this.#lastWork })
  }

  /** Working minutes from the anchor of the line. */
  toWork(at: Minute): number {
    if (!(at >= this.#from && at < this.#to)) return this.#slowWork(at)
    const index = this.#indexAt(at)
    if (index < 0) return this.#firstWork
    const end = cell(this.#ends, index)
    return cell(this.#before, index) + (at < end ? at : end) - cell(this.#starts, index)
  }

  /** The moment at which work can go on. */
  nextStart(at: Minute): Minute {
    if (!(at >= this.#from && at < this.#to)) return this.#slowStart(at)
    const index = this.#indexAt(at)
    if (index >= 0 && at < cell(this.#ends, index)) return at
    return index + 1 < this.#starts.length ? cell(this.#starts, index + 1) : this.#slowStart(at)
  }

  /** The earliest moment with so much work before it. */
  finishSide(work: number): Minute {
    if (!(work > this.#firstWork && work <= this.#lastWork)) return this.#slowFinish(work)
    let index = Math.max(0, whole(this.#ofWork, Math.floor((work - this.#firstWork) / DAY)))
    while (index + 1 < this.#before.length && cell(this.#before, index + 1) < work) index += 1
    return cell(this.#starts, index) + work - cell(this.#before, index)
  }

  /** The latest moment with so much work before it. */
  startSide(work: number): Minute {
    return this.#sign > 0 ? this.#line.startSide(work) : -this.#line.finishSide(-work)
  }

  /** The end of the stretch of work that a moment lies in. */
  stretchEnd(at: Minute): Minute {
    const index = at >= this.#from && at < this.#to ? this.#indexAt(at) : -1
    return index < 0 ? Number.POSITIVE_INFINITY : cell(this.#ends, index)
  }

  /** Whether a moment has work right before it. */
  isFinish(at: Minute): boolean {
    return this.#sign > 0 ? this.#line.lastFinish(at) === at : this.#line.nextStart(-at) === -at
  }

  #indexAt(at: Minute): number {
    let index = whole(this.#ofDay, Math.floor((at - this.#from) / DAY))
    while (index + 1 < this.#starts.length && cell(this.#starts, index + 1) <= at) index += 1
    return index
  }

  #slowWork(at: Minute): number {
    return this.#sign * this.#line.toWork(this.#sign * at)
  }

  #slowStart(at: Minute): Minute {
    return this.#sign > 0 ? this.#line.nextStart(at) : -this.#line.lastFinish(-at)
  }

  #slowFinish(work: number): Minute {
    return this.#sign > 0 ? this.#line.finishSide(work) : -this.#line.startSide(-work)
  }
}

function turned(moments: readonly number[], isMirrored: boolean): Float64Array {
  return Float64Array.from(isMirrored ? moments.toReversed().map((at) => -at) : moments)
}

/** Of each day from a number on, the last index whose value is at or before its beginning; -1 when none is. */
function tableOf(
  values: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): Int32Array {
  const table = new Int32Array(Math.max(0, Math.ceil((to - from) / DAY)) + 1)
  let index = -1
  for (let day = 0; day < table.length; day += 1) {
    while (index + 1 < values.length && cell(values, index + 1) <= from + day * DAY) index += 1
    table[day] = index
  }
  return table
}
