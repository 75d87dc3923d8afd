import { at } from './at.ts'
import { horizonOf, type LevelActivity, type LevelProject } from './level-project.ts'

/**
 * A project as it is generated from one end: from its start, or mirrored from its finish, where
 * successors are predecessors. Activities are numbered so that links lead upwards from the start.
 */
export type Side = {
  readonly count: number
  /** Periods of the arrays by period. */
  readonly horizon: number
  readonly duration: Int32Array
  /** Links that lead to activity `i`: `from[first[i]]` to `from[first[i + 1] - 1]`. */
  readonly first: Int32Array
  readonly from: Int32Array
  readonly lag: Int32Array
  readonly release: Int32Array
  /** Words of an activity or period: its resources, packed by fours when all have at most 127 units. */
  readonly words: number
  /** The highest bit of each resource in a word: it is set in a profile, and lost by taking too much. */
  readonly guard: number
  /** Word `w` of activity `i` at `i * words + w`. */
  readonly demand: Int32Array
  /** Shares of its resources that an activity takes in each of its periods, added up. */
  readonly intensity: Float64Array
  /** Word `w` of period `t` at `t * words + w`. */
  readonly capacity: Int32Array
  /** 1 when activities are listed from the highest number down where their keys are equal. */
  readonly isMirrored: boolean
  /** Whether some lags are negative, so that starts in order may not be an order of the links. */
  readonly hasLeads: boolean
}

/** A project ready to be generated from both ends. */
export type Sides = {
  readonly forward: Side
  readonly backward: Side
  /** The number of an activity in the project, by its number here. */
  readonly original: Int32Array
  /** Whether capacities or releases tie the schedule to its periods, so that it cannot be shifted as a whole. */
  readonly isTied: boolean
}

/** @param order all activities, predecessors first */
export function buildSides(project: LevelProject, order: readonly number[]): Sides {
  const rank = new Int32Array(order.length)
  for (const [position, activity] of order.entries()) rank[activity] = position
  const links = project.links.map(({ from, to, lag = 0 }) => ({
    from: at(rank, from),
    to: at(rank, to),
    lag,
  }))
  const horizon = horizonOf(project)
  const activities = order.map((index) => project.activities[index] ?? { duration: 0, demands: [] })
  const release = Int32Array.from(activities, (each) => each.release ?? 0)
  const packing = packingOf(project)
  const shared = {
    count: order.length,
    horizon,
    duration: Int32Array.from(activities, (each) => each.duration),
    words: packing.words,
    guard: packing.guard,
    demand: packRows(
      activities.map((each) => (each.duration === 0 ? [] : each.demands)),
      packing,
    ),
    intensity: Float64Array.from(activities, (each) => intensityOf(each, project)),
    hasLeads: links.some((link) => link.lag < 0),
  }
  const isVarying = project.capacities.some((capacity) => typeof capacity !== 'number')
  const forward: Side = {
    ...shared,
    ...linksTo(links, order.length),
    release,
    capacity: withGuard(packProfile(project, packing, horizon), packing.guard),
    isMirrored: false,
  }
  const mirrored = links.map(({ from, to, lag }) => ({ from: to, to: from, lag }))
  const backward: Side = {
    ...shared,
    ...linksTo(mirrored, order.length),
    release: new Int32Array(order.length),
    capacity: withGuard(packMost(project, packing, horizon), packing.guard),
    isMirrored: true,
  }
  const isTied = isVarying || release.some((period) => period > 0)
  return { forward, backward, original: Int32Array.from(order), isTied }
}

function intensityOf({ duration, demands }: LevelActivity, { capacities }: LevelProject): number {
  if (duration === 0) return 0
  return capacities.reduce<number>((sum, each, resource) => {
    const most = typeof each === 'number' ? each : Math.max(...each)
    return most === 0 ? sum : sum + (demands[resource] ?? 0) / most
  }, 0)
}

type Packing = {
  readonly words: number
  readonly guard: number
  readonly perWord: number
  readonly bits: number
}

function packingOf({ capacities }: LevelProject): Packing {
  const most = capacities.reduce<number>(
    (most, each) => Math.max(most, typeof each === 'number' ? each : Math.max(...each)),
    0,
  )
  const perWord = most > 127 ? 1 : 4
  return {
    words: Math.max(1, Math.ceil(capacities.length / perWord)),
    guard: perWord === 1 ? 0x80000000 | 0 : 0x80808080 | 0,
    perWord,
    bits: perWord === 1 ? 0 : 8,
  }
}

function packRows(rows: readonly (readonly number[])[], { words, perWord, bits }: Packing): Int32Array {
  const packed = new Int32Array(rows.length * words)
  for (const [row, units] of rows.entries()) {
    for (const [resource, unit] of units.entries()) {
      const word = row * words + Math.floor(resource / perWord)
      packed[word] = at(packed, word) + unit * 2 ** ((resource % perWord) * bits)
    }
  }
  return packed
}

function packProfile({ capacities }: LevelProject, packing: Packing, horizon: number): Int32Array {
  const at = (period: number) =>
    capacities.map((each) =>
      typeof each === 'number' ? each : (each[Math.min(period, each.length - 1)] ?? 0),
    )
  const varying = capacities.reduce<number>(
    (most, each) => Math.max(most, typeof each === 'number' ? 1 : each.length),
    1,
  )
  const rows = packRows(
    Array.from({ length: varying }, (_none, period) => at(period)),
    packing,
  )
  return repeatLast(rows, packing.words, horizon)
}

/** Mirrored, the periods are not known yet: what there is at most then serves for an order only. */
function packMost({ capacities }: LevelProject, packing: Packing, horizon: number): Int32Array {
  const most = capacities.map((each) => (typeof each === 'number' ? each : Math.max(...each)))
  return repeatLast(packRows([most], packing), packing.words, horizon)
}

function repeatLast(rows: Int32Array, words: number, horizon: number): Int32Array {
  const profile = new Int32Array(Math.max(horizon * words, rows.length))
  profile.set(rows)
  for (let i = rows.length; i < profile.length; i++) profile[i] = at(profile, i - words)
  return profile
}

function withGuard(profile: Int32Array, guard: number): Int32Array {
  return profile.map((word) => word | guard)
}

type Link = { readonly from: number; readonly to: number; readonly lag: number }

function linksTo(
  links: readonly Link[],
  count: number,
): { first: Int32Array; from: Int32Array; lag: Int32Array } {
  const first = new Int32Array(count + 1)
  for (const { to } of links) first[to + 1] = at(first, to + 1) + 1
  for (let i = 0; i < count; i++) first[i + 1] = at(first, i + 1) + at(first, i)
  const next = first.slice()
  const from = new Int32Array(links.length)
  const lag = new Int32Array(links.length)
  for (const link of links) {
    const place = at(next, link.to)
    next[link.to] = place + 1
    from[place] = link.from
    lag[place] = link.lag
  }
  return { first, from, lag }
}
