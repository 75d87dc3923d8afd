import type { Minute } from '../../calendar/index.ts'
import { err, ok, type Result } from '../../kernel/index.ts'
import { placeBackward } from './backward.ts'
import { compileNetwork, END, LEAF, type Net } from './compile-network.ts'
import { placeForward } from './forward.ts'
import type { PlanInput, PlanTask } from './plan.ts'
import { RankHeap } from './rank-heap.ts'
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
  #net: Net
  readonly #times: Times
  #finishAt: Minute = 0
  /** Tasks that lie as late as they can; with one of them every change is calculated whole. */
  #hasLate: boolean

  private constructor(net: Net) {
    this.#net = net
    this.#times = blankTimes(net)
    this.#hasLate = false
    this.#placeAll()
  }

  /** Calculates a plan; refused as `compileNetwork` refuses, or with `schedule.date_outside`. */
  static of(input: PlanInput): Result<PlanNetwork> {
    const net = compileNetwork(input)
    if (!net.ok) return net
    const network = new PlanNetwork(net.value)
    const outside = network.#findOutside()
    return outside ? err({ code: 'schedule.date_outside', params: { item: outside } }) : ok(network)
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
   */
  change(changed: ReadonlyMap<number, PlanTask>): void {
    const tasks = this.#net.tasks.map((task, index) => changed.get(index) ?? task)
    this.#net = { ...this.#net, tasks }
    const isLate = this.#hasLate || [...changed.values()].some(isAsLateAsPossible)
    if (isLate) this.#placeAll()
    else this.#placeChanged(this.#nodesOf(changed))
  }

  #nodesOf(changed: ReadonlyMap<number, PlanTask>): readonly number[] {
    const nodes: number[] = []
    for (const [node, task] of this.#net.taskOf.entries()) if (changed.has(task)) nodes.push(node)
    return nodes
  }

  #placeAll(): void {
    const { taskOf, tasks, role } = this.#net
    this.#hasLate = tasks.some(isAsLateAsPossible)
    for (let node = 0; node < taskOf.length; node += 1) placeForward(this.#net, this.#times, node)
    this.#finishAt = this.#lastFinish()
    this.#placeAllBackward()
    if (!this.#hasLate) return
    // Now that it is known how late they may be, they are put there, and push what follows them.
    for (let node = 0; node < taskOf.length; node += 1) {
      placeForward(this.#net, this.#times, node)
      const task = tasks[taskOf[node] ?? 0]
      if (role[node] === LEAF && task && isAsLateAsPossible(task)) this.#putLate(node)
    }
    this.#finishAt = this.#lastFinish()
    this.#placeAllBackward()
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
    const { edges, incoming, outgoing, taskOf } = this.#net
    const { start, finish, lateStart, lateFinish } = this.#times
    const forward = new RankHeap(taskOf.length, 'lowest')
    const backward = new RankHeap(taskOf.length, 'highest')
    const addBefore = (node: number) => {
      for (const at of incoming[node] ?? []) backward.add(edges[at]?.from ?? 0)
    }
    const addAfter = (node: number) => {
      for (const at of outgoing[node] ?? []) forward.add(edges[at]?.to ?? 0)
    }
    for (const node of changed) {
      forward.add(node)
      backward.add(node)
      // A lag in percent of its duration moves with it, although its own dates may not.
      addBefore(node)
      addAfter(node)
    }
    for (let node = forward.take(); node !== undefined; node = forward.take()) {
      const [startBefore, finishBefore] = [start[node], finish[node]]
      placeForward(this.#net, this.#times, node)
      if (start[node] === startBefore && finish[node] === finishBefore) continue
      addAfter(node)
      backward.add(node)
      // Which part of a summary begins it depends on early dates.
      addBefore(node)
    }
    const finishBefore = this.#finishAt
    this.#finishAt = this.#lastFinish()
    if (this.#finishAt !== finishBefore) {
      this.#placeAllBackward()
      return
    }
    for (let node = backward.take(); node !== undefined; node = backward.take()) {
      const [startBefore, endBefore] = [lateStart[node], lateFinish[node]]
      placeBackward(this.#net, this.#times, { node, finishAt: this.#finishAt })
      if (lateStart[node] !== startBefore || lateFinish[node] !== endBefore) addBefore(node)
    }
  }

  #lastFinish(): Minute {
    const { finish } = this.#times
    let last = this.#net.options.startAt
    for (let node = 0; node < finish.length; node += 1) {
      const at = finish[node] ?? 0
      if (at > last && this.#net.role[node] !== END) last = at
    }
    return last
  }

  /** A task that would lie beyond 1900 to 2200. */
  #findOutside(): string | null {
    const { nodeOf, tasks } = this.#net
    const { start, finish } = this.#times
    const outside = tasks.find((_, index) => {
      const node = nodeOf[index] ?? 0
      return !Number.isFinite(start[node]) || !Number.isFinite(finish[node])
    })
    return outside?.id ?? null
  }
}

function isAsLateAsPossible({ constraint, actual, manual }: PlanTask): boolean {
  return constraint?.kind === 'ALAP' && actual === null && manual === null
}
