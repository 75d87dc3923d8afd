import type { Minute, Timeline } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import { type Demand, demandsOf } from './demand.ts'
import { outsideDemands } from './outside-work.ts'
import { type Pool, type PoolResource, poolOf } from './pool.ts'
import type { PooledPlans } from './resources.ts'
import { SHARE, toShare } from './share.ts'

/** A stretch in which more is asked of a resource than it has; nights and days off in it do not end it. */
export type Overload = {
  readonly resourceId: Id<'Resource'>
  readonly fromAt: Minute
  readonly toAt: Minute
  /** Where it is worst: what is asked, and what there is; 0 while its calendar does not work. */
  readonly units: number
  readonly maxUnits: number
  /** Minutes of work beyond what there is. */
  readonly excessMin: number
  /** The items that meet in it, outside work among them, in the order of their ids. */
  readonly itemIds: readonly string[]
}

/**
 * Where items ask for more of a resource than there is beside what outside work takes of it, at given dates. What
 * outside work alone asks too much of is not told.
 *
 * @param dates of items, as planned or as levelled: those without ask for nothing
 * @returns by resource in the order they came in, then by time; none: the plan can be done
 */
export function findOverloads(plans: PooledPlans, dates: readonly DatedTask[]): readonly Overload[] {
  const pool = poolOf(plans)
  const demands = [...demandsOf(pool, dates), ...outsideDemands(pool)]
  const byResource = Map.groupBy(demands, ({ resource }) => resource)
  const own = new Set<string>(pool.tasks.map(({ task }) => task.id))
  return plans.resources.flatMap(({ id }) => {
    const index = pool.resourceOf.get(id) ?? -1
    const resource = pool.resources[index]
    const found = resource ? overloadsOf(pool, resource, byResource.get(index) ?? []) : []
    return found.filter(({ itemIds }) => itemIds.some((itemId) => own.has(itemId)))
  })
}

type Event = { readonly at: Minute; readonly share: number; readonly itemId: string }

function overloadsOf(pool: Pool, resource: PoolResource, demands: readonly Demand[]): readonly Overload[] {
  const events = demands.flatMap(({ itemId, units, spans }) => {
    const share = toShare(units)
    return spans.starts.flatMap((start, index): readonly Event[] => [
      { at: start, share, itemId },
      { at: spans.ends[index] ?? start, share: -share, itemId },
    ])
  })
  const sweep = new Sweep(pool.lines.at(resource.line), resource)
  for (const event of events.toSorted((a, b) => a.at - b.at)) sweep.take(event)
  return sweep.found()
}

type Open = {
  fromAt: Minute
  toAt: Minute
  demand: number
  capacity: number
  excess: number
  readonly itemIds: Set<string>
}

/** Goes through what begins and ends on a resource, and notes where it is too much. */
class Sweep {
  readonly #line: Timeline
  readonly #resource: PoolResource
  readonly #busy = new Map<string, number>()
  readonly #found: Open[] = []
  #now: Minute = Number.NEGATIVE_INFINITY
  #demand = 0
  /** Whether nothing but time off has passed since the last overload. */
  #isTouching = false

  constructor(line: Timeline, resource: PoolResource) {
    this.#line = line
    this.#resource = resource
  }

  take({ at, share, itemId }: Event): void {
    if (at > this.#now) this.#pass(at)
    this.#demand += share
    const count = (this.#busy.get(itemId) ?? 0) + Math.sign(share)
    if (count > 0) this.#busy.set(itemId, count)
    else this.#busy.delete(itemId)
  }

  found(): readonly Overload[] {
    return this.#found.map(({ fromAt, toAt, demand, capacity, excess, itemIds }) => ({
      resourceId: this.#resource.source.id,
      fromAt,
      toAt,
      units: demand / SHARE,
      maxUnits: capacity / SHARE,
      excessMin: Math.round(excess / SHARE),
      itemIds: [...itemIds].toSorted(),
    }))
  }

  #pass(to: Minute): void {
    const from = this.#now
    this.#now = to
    if (this.#demand <= 0) {
      this.#isTouching &&= this.#line.toWork(from) === this.#line.toWork(to)
      return
    }
    for (const [index, { fromAt, units }] of this.#resource.steps.entries()) {
      const end = this.#resource.steps[index + 1]?.fromAt ?? Number.POSITIVE_INFINITY
      const [begin, until] = [Math.max(from, fromAt), Math.min(to, end)]
      if (begin < until) this.#passOn(begin, until, toShare(units))
    }
  }

  /** A stretch of one demand and one capacity, by what of it is working time. */
  #passOn(from: Minute, to: Minute, capacity: number): void {
    const { starts, ends } = this.#line.spansBetween(from, to)
    let at = from
    for (const [index, start] of starts.entries()) {
      if (at < start) this.#note(at, start, 0)
      at = ends[index] ?? start
      this.#note(start, at, capacity)
    }
    if (at < to) this.#note(at, to, 0)
  }

  #note(fromAt: Minute, toAt: Minute, capacity: number): void {
    const excess = this.#demand - capacity
    const last = this.#isTouching ? this.#found.at(-1) : undefined
    this.#isTouching = excess > 0
    if (excess <= 0) return
    const open = last ?? { fromAt, toAt, demand: 0, capacity: 0, excess: 0, itemIds: new Set() }
    if (!last) this.#found.push(open)
    if (excess > open.demand - open.capacity) [open.demand, open.capacity] = [this.#demand, capacity]
    open.toAt = toAt
    open.excess += excess * (toAt - fromAt)
    for (const itemId of this.#busy.keys()) open.itemIds.add(itemId)
  }
}
