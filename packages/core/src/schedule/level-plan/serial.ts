import type { Minute } from '../../calendar/index.ts'
import { restFrom, restOf } from '../network/rest.ts'
import { DRIVER } from '../network/times.ts'
import { cell, whole } from './cell.ts'
import { demandsOfTask } from './demand.ts'
import { KeyHeap } from './key-heap.ts'
import { BEGUN, EDGE, END, FIXED, FREE, GATE, HAMMOCK } from './level-net.ts'
import { lineOfPoint, type Side, takeSpans } from './level-side.ts'
import { CLOCK } from './line-book.ts'
import { toShare } from './share.ts'
import { Taker } from './taker.ts'

const NEVER = Number.NEGATIVE_INFINITY
/** Farther apart than any two moments of a plan. */
const URGENT = 1e10

/**
 * Serial schedule generation: of what is ready, the node with the lowest key is placed next, as early as its
 * links, its limits and the resources allow. Done again and again in the same memory.
 *
 * A schedule costs each node its links, a place in a heap, and for each resource a search in what is taken
 * of it; every time it does not fit, the same again.
 *
 * @see Kelley, The critical-path method: resources planning and scheduling, 1963
 */
export class Serial {
  readonly side: Side
  readonly start: Float64Array
  readonly finish: Float64Array
  /** Edge that set the start, or a driver of the network. */
  readonly driver: Int32Array
  /** The start and the finish that links and limits asked for, of what takes resources. */
  readonly bound: Float64Array
  readonly boundFinish: Float64Array
  /** The resource that was waited for last; -1: none. */
  readonly blocked: Int32Array
  /** What does not fit, however late: placed as if there were resources enough. */
  readonly isUnfit: Uint8Array
  readonly taker: Taker
  readonly #ranks: Float64Array
  readonly #heap: KeyHeap
  readonly #missing: Int32Array
  #boundStart = NEVER
  #boundFinish = NEVER
  #byStart: number = DRIVER.project
  #byFinish: number = DRIVER.project

  constructor(side: Side) {
    const { count } = side.net
    this.side = side
    this.start = new Float64Array(count)
    this.finish = new Float64Array(count)
    this.driver = new Int32Array(count)
    this.bound = new Float64Array(count)
    this.boundFinish = new Float64Array(count)
    this.blocked = new Int32Array(count).fill(-1)
    this.isUnfit = new Uint8Array(count)
    this.taker = new Taker(side)
    this.#ranks = new Float64Array(count)
    this.#heap = new KeyHeap(this.#ranks)
    this.#missing = new Int32Array(count)
    this.#putFixed()
  }

  /**
   * Generates a schedule.
   *
   * @param keys by node: lower ones go first, among those of equal urgency
   * @param wanted by slot, who is to do it; -1: whoever is done with it first
   */
  run(keys: Float64Array, wanted: Int32Array): void {
    const { side } = this
    this.taker.reset()
    this.#missing.set(side.waits)
    const { urgency } = side.net
    for (let node = 0; node < keys.length; node += 1) {
      const isWaiting = side.role[node] === FREE || side.role[node] === HAMMOCK
      const ahead = side.isMirrored ? 0 : cell(urgency, node) * URGENT
      this.#ranks[node] = isWaiting ? cell(keys, node) - ahead : NEVER
      if (whole(this.#missing, node) === 0) this.#heap.add(node)
    }
    while (this.#heap.size > 0) {
      const node = this.#heap.take()
      this.#place(node, wanted)
      this.#release(node)
    }
  }

  #putFixed(): void {
    const { net, isMirrored } = this.side
    for (const [node, { startAt, finishAt }] of net.before.entries()) {
      if (this.side.role[node] !== FIXED) continue
      this.start[node] = isMirrored ? -finishAt : startAt
      this.finish[node] = isMirrored ? -startAt : finishAt
      const task = net.tasks[whole(net.taskOf, node)]?.task
      this.driver[node] = task?.actual ? DRIVER.actual : DRIVER.manual
    }
  }

  #release(node: number): void {
    const { firstAfter, to, role } = this.side
    const end = whole(firstAfter, node + 1)
    for (let at = whole(firstAfter, node); at < end; at += 1) {
      const next = whole(to, at)
      if (role[next] === FIXED) continue
      const left = whole(this.#missing, next) - 1
      this.#missing[next] = left
      if (left === 0) this.#heap.add(next)
    }
  }

  #place(node: number, wanted: Int32Array): void {
    const role = this.side.role[node]
    if (role === FIXED) return
    if (role === END) {
      this.#span(node)
      return
    }
    this.#bound(node)
    if (role === FREE) this.#fit(node, wanted)
    else if (role === BEGUN) this.#resume(node)
    else if (role === HAMMOCK) this.#hang(node)
    else this.#put(node, role ?? GATE)
  }

  /** What its links ask for, then its limits. */
  #bound(node: number): void {
    const { first, from, kind, line, lag, low, lowBy, lowFinish, lowFinishBy } = this.side
    this.#boundStart = NEVER
    this.#boundFinish = NEVER
    this.#byStart = DRIVER.project
    this.#byFinish = DRIVER.constraint
    const end = whole(first, node + 1)
    for (let edge = whole(first, node); edge < end; edge += 1) {
      const tie = whole(kind, edge)
      const before = whole(from, edge)
      const base = tie === EDGE.FS || tie === EDGE.FF ? cell(this.finish, before) : cell(this.start, before)
      const bound = this.#after(base, whole(line, edge), cell(lag, edge))
      if (tie === EDGE.FF || tie === EDGE.SF) this.#raiseFinish(bound, edge)
      else this.#raiseStart(bound, edge)
    }
    this.#raiseStart(cell(low, node), whole(lowBy, node))
    if (this.side.role[node] === BEGUN) return
    this.#raiseFinish(cell(lowFinish, node), whole(lowFinishBy, node))
  }

  #after(base: Minute, line: number, lag: number): Minute {
    if (lag === 0) return base
    const own = this.side.lineOf(line)
    return own.finishSide(own.toWork(base) + lag)
  }

  #raiseStart(bound: Minute, by: number): void {
    if (bound <= this.#boundStart) return
    this.#boundStart = bound
    this.#byStart = by
  }

  #raiseFinish(bound: Minute, by: number): void {
    if (bound <= this.#boundFinish) return
    this.#boundFinish = bound
    this.#byFinish = by
  }

  #fit(node: number, wanted: Int32Array): void {
    const { side, taker } = this
    taker.find({ node, start: this.#boundStart, finish: this.#boundFinish }, wanted)
    let { start, finish } = taker
    this.bound[node] = this.#boundStart
    this.boundFinish[node] = this.#boundFinish
    this.driver[node] = taker.isByFinish ? this.#byFinish : this.#byStart
    this.blocked[node] = taker.blocked
    this.isUnfit[node] = taker.isUnfit ? 1 : 0
    const cap = cell(side.cap, node)
    if (cap < start) {
      start = cap
      finish = taker.finishFrom(node, cap)
      this.driver[node] = DRIVER.constraint
      this.blocked[node] = -1
    }
    taker.take(node, start, finish)
    this.start[node] = start
    this.finish[node] = finish
  }

  /** A summary spans what is below it. */
  #span(node: number): void {
    const { first, from } = this.side
    let [start, finish] = [Number.POSITIVE_INFINITY, NEVER]
    const end = whole(first, node + 1)
    for (let edge = whole(first, node); edge < end; edge += 1) {
      const below = whole(from, edge)
      start = Math.min(start, cell(this.start, below))
      if (cell(this.finish, below) > finish) {
        finish = cell(this.finish, below)
        this.driver[node] = edge
      }
    }
    this.start[node] = start
    this.finish[node] = finish
  }

  /** A hammock lasts from the first moment that its links name to the last; one that has begun began when it did. */
  #hang(node: number): void {
    const { first, from, kind, line, lag, cap, lowBy, lowFinish } = this.side
    // What other plans name to it.
    let [start, finish] = [cell(cap, node), cell(lowFinish, node)]
    this.driver[node] = whole(lowBy, node)
    const end = whole(first, node + 1)
    for (let edge = whole(first, node); edge < end; edge += 1) {
      const tie = whole(kind, edge)
      if (tie === EDGE.below) continue
      const before = whole(from, edge)
      const base = tie === EDGE.FS || tie === EDGE.FF ? cell(this.finish, before) : cell(this.start, before)
      const bound = this.#after(base, whole(line, edge), cell(lag, edge))
      finish = Math.max(finish, bound)
      if ((tie === EDGE.FS || tie === EDGE.SS) && bound < start) {
        start = bound
        this.driver[node] = edge
      }
    }
    const own = this.side.lineOf(lineOfPoint(this.side, node))
    const actual = this.side.net.tasks[whole(this.side.net.taskOf, node)]?.task.actual
    const hung = own.nextStart(Number.isFinite(start) ? start : cell(this.side.low, node))
    this.start[node] = actual ? actual.startAt : hung
    this.finish[node] = Math.max(
      cell(this.start, node),
      Number.isFinite(finish) ? own.finishSide(own.toWork(finish)) : NEVER,
    )
  }

  /** What takes no resources: the beginning of a summary, a milestone. */
  #put(node: number, role: number): void {
    const [start, finish] = [this.#boundStart, this.#boundFinish]
    const isByFinish = role !== GATE && finish > start
    this.driver[node] = isByFinish ? this.#byFinish : this.#byStart
    const line = this.side.lineOf(role === GATE ? CLOCK : lineOfPoint(this.side, node))
    const bound = isByFinish ? finish : start
    const cap = cell(this.side.cap, node)
    const at = role === GATE || line.isFinish(bound) ? bound : line.nextStart(bound)
    if (cap < at) this.driver[node] = DRIVER.constraint
    this.start[node] = Math.min(at, cap)
    this.finish[node] = Math.min(at, cap)
  }

  #resume(node: number): void {
    const { net } = this.side
    const one = net.tasks[whole(net.taskOf, node)]
    const actual = one?.task.actual
    if (!one || !actual) return
    const waited = one.options.progress === 'retained' ? this.#boundStart : NEVER
    const number = whole(net.line, node)
    const from = Math.max(restFrom(one.task, one.options, net.pool.lines.at(number)), waited)
    const line = this.side.lineOf(number)
    const begin = line.nextStart(from)
    const { leftMin, spanMin } = restOf(one.task)
    this.start[node] = actual.startAt
    this.finish[node] = leftMin === 0 ? begin : line.finishSide(line.toWork(begin) + spanMin)
    this.driver[node] = DRIVER.actual
    const date = { id: one.task.id, startAt: actual.startAt, finishAt: cell(this.finish, node) }
    for (const { resource, units, spans } of demandsOfTask(net.pool, one, date)) {
      takeSpans(this.taker.profiles[resource], spans, toShare(units))
    }
  }
}
