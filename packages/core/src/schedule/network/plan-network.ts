import type { Minute } from '../../calendar/index.ts'
import { err, ok, type Result } from '../../kernel/index.ts'
import { placeBackward } from './backward.ts'
import { checkTask, compileNetwork, isInRange, type Net } from './compile-network.ts'
import { placeForward } from './forward.ts'
import { leadsOut } from './outside.ts'
import type { PlanInput, PlanTask } from './plan.ts'
import { RankHeap } from './rank-heap.ts'
import { END, LEAF } from './structure.ts'
import { blankTimes, DRIVER, type Times } from './times.ts'

/**
 * A plan with its early and late dates. It is calculated whole once, and after a change of tasks only
 * as far as the change reaches; both ways give the same dates always.
 *
 * A whole pass costs each task and link a fixed number of searches in calendars; a change costs what it
 * moves, and a backward pass when it moves the finish of the plan.
 *
 * @see Kelley and Walker, Critical-path planning and scheduling, 1959; PMI, Practice Standard for Scheduling
 */
export class PlanNetwork {
  readonly #net: Net
  /** The tasks of the net, which change in their places. */
  readonly #tasks: PlanTask[]
  readonly #times: Times
  readonly #forward: RankHeap
  readonly #backward: RankHeap
  #finishAt: Minute = 0
  /** Tasks that lie as late as they can; with one of them every change is calculated whole. */
  #hasLate = false
  /** Whether anything was placed beyond 1900 to 2200 since the last change. */
  #isOutside = false

  private constructor(net: Net) {
    this.#tasks = [...net.tasks]
    this.#net = { ...net, tasks: this.#tasks }
    this.#times = blankTimes(net)
    this.#forward = new RankHeap(net.taskOf.length, 'lowest')
    this.#backward = new RankHeap(net.taskOf.length, 'highest')
    this.#placeAll()
  }

  /** Calculates a plan; refused as `compileNetwork` refuses, or with `schedule.date_outside`. */
  static of(input: PlanInput): Result<PlanNetwork> {
    const net = compileNetwork(input)
    if (!net.ok) return net
    const network = new PlanNetwork(net.value)
    const outside = network.#findOutside()
    return outside === null ? ok(network) : err({ code: 'schedule.date_outside', params: { item: outside } })
  }

  /** The graph that is calculated. */
  get net(): Net {
    return this.#net
  }

  /** Its dates by node. */
  get times(): Times {
    return this.#times
  }

  /** When the last task finishes. */
  get finishAt(): Minute {
    return this.#finishAt
  }

  /**
   * Calculates again after tasks have changed in anything but their place, kind and calendar.
   *
   * @param changed by the place of the task in the plan
   * @returns the network; or refused for the numbers of a task as `compileNetwork` does, or with
   *   `schedule.date_outside`, and then nothing has changed
   */
  change(changed: ReadonlyMap<number, PlanTask>): Result<PlanNetwork> {
    for (const task of changed.values()) {
      const refusal = checkTask(task)
      if (refusal) return err(refusal)
    }
    const before = new Map([...changed.keys()].flatMap((index) => this.#entryOf(index)))
    this.#replace(changed)
    const outside = this.#isOutside ? this.#findOutside() : null
    if (outside === null) return ok(this)
    this.#replace(before)
    return err({ code: 'schedule.date_outside', params: { item: outside } })
  }

  #entryOf(index: number): readonly (readonly [number, PlanTask])[] {
    const task = this.#tasks[index]
    return task ? [[index, task]] : []
  }

  #replace(changed: ReadonlyMap<number, PlanTask>): void {
    this.#isOutside = false
    let isWhole = this.#hasLate
    for (const [index, task] of changed) {
      this.#tasks[index] = task
      isWhole ||= isAsLateAsPossible(task)
    }
    if (isWhole) this.#placeAll()
    else this.#placeChanged([...changed.keys()])
  }

  #placeAll(): void {
    const { taskOf, tasks, role } = this.#net
    this.#hasLate = tasks.some(isAsLateAsPossible)
    for (let node = 0; node < taskOf.length; node += 1) this.#placeNode(node)
    this.#finishAt = this.#lastFinish()
    this.#placeAllBackward()
    if (!this.#hasLate) return
    const leads = leadsOut(this.#net)
    // Now that it is known how late they may be, they are put there, and push what follows them.
    for (let node = 0; node < taskOf.length; node += 1) {
      this.#placeNode(node)
      const task = tasks[taskOf[node] ?? 0]
      const isLate = role[node] === LEAF && task && isAsLateAsPossible(task)
      if (isLate && leads[node] === 0) this.#putLate(node)
    }
    this.#finishAt = this.#lastFinish()
    this.#placeAllBackward()
  }

  #placeNode(node: number): void {
    placeForward(this.#net, this.#times, node)
    this.#isOutside ||= this.#liesOutside(node)
  }

  #liesOutside(node: number): boolean {
    const { start, finish } = this.#times
    return !isInRange(start[node] ?? 0) || !isInRange(finish[node] ?? 0)
  }

  #putLate(node: number): void {
    const { start, finish, lateStart, lateFinish, driver } = this.#times
    if ((lateStart[node] ?? 0) <= (start[node] ?? 0)) return
    start[node] = lateStart[node] ?? 0
    finish[node] = lateFinish[node] ?? 0
    driver[node] = DRIVER.late
  }

  #placeAllBackward(): void {
    for (let node = this.#net.taskOf.length - 1; node >= 0; node -= 1) {
      placeBackward(this.#net, this.#times, { node, finishAt: this.#finishAt })
    }
  }

  #placeChanged(changed: readonly number[]): void {
    const { gateOf, nodeOf } = this.#net
    for (const index of changed) {
      for (const node of new Set([gateOf[index] ?? 0, nodeOf[index] ?? 0])) {
        this.#forward.add(node)
        this.#backward.add(node)
        // A lag in percent of its duration moves with it, although its own dates may not.
        this.#addBefore(node)
        this.#addAfter(node)
      }
    }
    const isLastMoved = this.#placeWaiting()
    const before = this.#finishAt
    if (isLastMoved) this.#finishAt = this.#lastFinish()
    if (this.#finishAt === before) this.#placeWaitingBackward()
    else {
      this.#backward.clear()
      this.#placeAllBackward()
    }
  }

  /** Forwards from what waits, as far as dates move; whether the finish of the plan may have moved with them. */
  #placeWaiting(): boolean {
    const { start, finish } = this.#times
    let isLastMoved = false
    for (let node = this.#forward.take(); node !== undefined; node = this.#forward.take()) {
      const [startBefore, finishBefore] = [start[node] ?? 0, finish[node] ?? 0]
      this.#placeNode(node)
      const finishNow = finish[node] ?? 0
      if (start[node] === startBefore && finishNow === finishBefore) continue
      isLastMoved ||= finishBefore >= this.#finishAt || finishNow > this.#finishAt
      this.#addAfter(node)
      this.#backward.add(node)
      // Which part of a summary begins it depends on early dates.
      this.#addBefore(node)
    }
    return isLastMoved
  }

  #placeWaitingBackward(): void {
    const { lateStart, lateFinish } = this.#times
    for (let node = this.#backward.take(); node !== undefined; node = this.#backward.take()) {
      const [startBefore, finishBefore] = [lateStart[node], lateFinish[node]]
      placeBackward(this.#net, this.#times, { node, finishAt: this.#finishAt })
      if (lateStart[node] !== startBefore || lateFinish[node] !== finishBefore) this.#addBefore(node)
    }
  }

  #addBefore(node: number): void {
    const { edges, incoming } = this.#net
    for (const at of incoming[node] ?? []) this.#backward.add(edges[at]?.from ?? 0)
  }

  #addAfter(node: number): void {
    const { edges, outgoing } = this.#net
    for (const at of outgoing[node] ?? []) this.#forward.add(edges[at]?.to ?? 0)
  }

  #lastFinish(): Minute {
    const { finish } = this.#times
    let last = Number.NEGATIVE_INFINITY
    for (let node = 0; node < finish.length; node += 1) {
      const at = finish[node] ?? 0
      if (at > last && this.#net.role[node] !== END && !this.#hangs(node)) last = at
    }
    return last === Number.NEGATIVE_INFINITY ? this.#net.options.startAt : last
  }

  #hangs(node: number): boolean {
    return this.#tasks[this.#net.taskOf[node] ?? 0]?.kind === 'hammock'
  }

  /** A task that would lie beyond 1900 to 2200. */
  #findOutside(): string | null {
    const { nodeOf, tasks } = this.#net
    return tasks.find((_, index) => this.#liesOutside(nodeOf[index] ?? 0))?.id ?? null
  }
}

function isAsLateAsPossible({ constraint, actual, manual }: PlanTask): boolean {
  return constraint?.kind === 'ALAP' && actual === null && manual === null
}
