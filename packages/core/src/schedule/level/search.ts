import { type Random, seededRandom } from '../../kernel/index.ts'
import { at } from './at.ts'
import { breed } from './breed.ts'
import { generate } from './generate.ts'
import { type Sorter, sorterOf } from './order.ts'
import { EMPTY, keep, type Population, populationOf, scoreOf } from './population.ts'
import { rebuild } from './rebuild.ts'
import { sampleOrder, urgencies } from './sample.ts'
import type { Side, Sides } from './side.ts'

/** How a search is done. */
export type SearchSettings = {
  /** Any 32-bit integer. Same seed and sizes, same answer. */
  readonly seed: number
  /** Schedules of each population, at least 2. */
  readonly size: number
}

/** A search between two schedules: populations that are generated from both ends in turn. */
export type Search = {
  readonly sides: Sides
  readonly random: Random
  readonly forward: Population
  readonly backward: Population
  readonly urgency: Int32Array
  readonly sorter: Sorter
  /** The shortest schedule so far, in periods from the start of the project. */
  readonly best: { makespan: number; readonly start: Int32Array }
  /** Where it is. */
  readonly now: {
    schedules: number
    isSampling: boolean
    isForward: boolean
    slot: number
    child: number
    /** Shortest since the populations were drawn, and generations since it was found. */
    shortest: number
    stale: number
  }
}

/** A child and its twin are born for each place, the shorter one takes it. */
const CHILDREN = 2
/** Share of places for which a good schedule is also taken apart and rebuilt. */
const REBUILT = 0.3

/** Begins a search, without a schedule yet. */
export function beginSearch(sides: Sides, { seed, size }: SearchSettings): Search {
  const { count, horizon } = sides.forward
  return {
    sides,
    random: seededRandom(seed),
    forward: populationOf(sides.forward, size),
    backward: populationOf(sides.backward, size),
    urgency: urgencies(sides.backward),
    sorter: sorterOf(count, 3 * horizon + 3),
    best: { makespan: Number.MAX_SAFE_INTEGER, start: new Int32Array(count) },
    now: {
      schedules: 0,
      isSampling: true,
      isForward: true,
      slot: 0,
      child: 0,
      shortest: Number.MAX_SAFE_INTEGER,
      stale: 0,
    },
  }
}

/** Generates one schedule. */
export function searchOnce(search: Search): void {
  const { now } = search
  now.schedules += 1
  const makespan = now.isSampling ? sampleOne(search) : breedOne(search)
  if (makespan < now.shortest) {
    now.shortest = makespan
    now.stale = 0
  }
  note(search, makespan)
  if (now.child === 0) turnToNext(search)
}

function sampleOne({ forward, sides, urgency, random, now }: Search): number {
  const sampling = {
    side: sides.forward,
    mirror: sides.backward,
    priority: urgency,
    order: forward.work.order,
  }
  sampleOrder(sampling, random)
  const makespan = generate(sides.forward, forward.work)
  keep(forward, now.slot, makespan)
  return makespan
}

function breedOne(search: Search): number {
  const { now } = search
  const target = now.isForward ? search.forward : search.backward
  const parents = now.isForward ? search.backward : search.forward
  const breeding = { ...search, parents, target }
  const makespan = now.child < CHILDREN ? breed(breeding, now.slot) : rebuild(breeding)
  if (isKept(search, target, makespan)) keep(target, now.slot, makespan)
  now.child += 1
  const isLast = now.child > CHILDREN || (now.child === CHILDREN && !isRebuiltNext(search))
  if (isLast) now.child = 0
  return makespan
}

/**
 * The first child takes the place also when it is longer: populations that only improve run dry. One whose score is
 * there already is as good as always the same schedule, and takes no place that is not empty.
 */
function isKept({ now }: Search, target: Population, makespan: number): boolean {
  const score = scoreOf(target, makespan)
  const held = target.scores[now.slot] ?? EMPTY
  if (held === EMPTY) return true
  return (now.child === 0 || score < held) && !target.scores.includes(score)
}

/** Of more than some 40 activities, schedules are worth rebuilding once they have been crossed for a while. */
function isRebuiltNext({ now, random, sides }: Search): boolean {
  const isEarly = sides.forward.count > 40 && now.schedules < 1_000
  return !isEarly && random() < REBUILT
}

function turnToNext({ now, forward, backward, sides }: Search): void {
  now.slot += 1
  if (now.slot < forward.size) return
  now.slot = 0
  now.isForward = !now.isForward
  now.isSampling = false
  now.stale += 1
  if (now.stale <= staleMax(sides.forward.count)) return
  now.stale = 0
  now.shortest = Number.MAX_SAFE_INTEGER
  now.isSampling = true
  now.isForward = true
  forward.scores.fill(EMPTY)
  backward.scores.fill(EMPTY)
}

/**
 * Generations without a shorter schedule after which both populations are drawn anew. Of 12, 30 and 60, the first is
 * the best for 30 and 60 activities and the last for 120.
 */
function staleMax(count: number): number {
  return Math.max(12, Math.round(count ** 2 / 240))
}

/** A schedule from the finish counts as one when it can be shifted to the start. */
function note({ best, forward, backward, sides, now }: Search, makespan: number): void {
  if (makespan >= best.makespan) return
  const isForward = now.isSampling || now.isForward
  if (!isForward && sides.isTied) return
  best.makespan = makespan
  if (isForward) best.start.set(forward.work.start)
  else fromOtherEnd(backward.side, { start: backward.work.start, makespan }, best.start)
}

type Timed = { readonly start: Int32Array; readonly makespan: number }

/** Starts counted from the other end: periods from each finish to the end of the schedule. */
function fromOtherEnd({ duration, count }: Side, { start, makespan }: Timed, into: Int32Array): void {
  for (let i = 0; i < count; i++) into[i] = makespan - at(start, i) - at(duration, i)
}
