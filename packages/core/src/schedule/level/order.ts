import type { Random } from '../../kernel/index.ts'
import { at } from './at.ts'
import type { Side } from './side.ts'

/** Room to put activities in order. */
export type Sorter = {
  /** What activities are sorted by: whole numbers from 0 on. */
  readonly key: Int32Array
  /** How many of each key, at first 0 and again afterwards. */
  readonly buckets: Int32Array
  readonly position: Int32Array
}

/** @param keys all keys are below */
export function sorterOf(count: number, keys: number): Sorter {
  return { key: new Int32Array(count), buckets: new Int32Array(keys + 1), position: new Int32Array(count) }
}

/** Sorts the activities of a side by key into `order`; the sorting takes time by the number of activities and keys. */
export function sortByKey(side: Side, { key, buckets, position }: Sorter, order: Int32Array): void {
  const { count, isMirrored } = side
  let most = 0
  for (let i = 0; i < count; i++) {
    const k = at(key, i)
    buckets[k] = at(buckets, k) + 1
    if (k > most) most = k
  }
  let before = 0
  for (let k = 0; k <= most; k++) {
    const size = at(buckets, k)
    buckets[k] = before
    before += size
  }
  for (let i = 0; i < count; i++) {
    const activity = isMirrored ? count - 1 - i : i
    const k = at(key, activity)
    const place = at(buckets, k)
    order[place] = activity
    buckets[k] = place + 1
  }
  buckets.fill(0, 0, most + 1)
  if (side.hasLeads) putPredecessorsFirst(side, position, order)
}

/** As `sortByKey`, by keys that say nothing of links: what must come before an activity does. */
export function sortByAnyKey(side: Side, sorter: Sorter, order: Int32Array): void {
  sortByKey(side, sorter, order)
  if (!side.hasLeads) putPredecessorsFirst(side, sorter.position, order)
}

/**
 * Moves predecessors before their successors. With leads, a successor may start before them.
 */
function putPredecessorsFirst(side: Side, placed: Int32Array, order: Int32Array): void {
  placed.fill(0)
  const wanted = order.slice()
  const waiting: number[] = []
  let next = 0
  for (const activity of wanted) {
    waiting.push(activity)
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const missing = at(placed, top) === 1 ? -1 : unplacedPredecessor(side, placed, top)
      if (missing >= 0) waiting.push(missing)
      else {
        waiting.pop()
        if (at(placed, top) === 1) continue
        placed[top] = 1
        order[next] = top
        next += 1
      }
    }
  }
}

function unplacedPredecessor({ first, from }: Side, placed: Int32Array, activity: number): number {
  const end = at(first, activity + 1)
  for (let link = at(first, activity); link < end; link++) {
    if (at(placed, at(from, link)) === 0) return at(from, link)
  }
  return -1
}

/** What a random move needs. */
export type Mover = {
  readonly side: Side
  /** The same project from the other end. */
  readonly mirror: Side
  readonly order: Int32Array
  readonly position: Int32Array
}

/** Moves one activity to another place in the order, between its last predecessor and its first successor. */
export function moveOne({ side, mirror, order, position }: Mover, random: Random): void {
  const { count } = side
  for (let i = 0; i < count; i++) position[at(order, i)] = i
  const activity = Math.floor(random() * count)
  const here = at(position, activity)
  const low = lastOf(side, position, activity) + 1
  const high = firstOf(mirror, position, activity) - 1
  const there = low + Math.floor(random() * (high - low + 1))
  if (there < here) order.copyWithin(there + 1, there, here)
  else order.copyWithin(here, here + 1, there + 1)
  order[there] = activity
}

function lastOf({ first, from }: Side, position: Int32Array, activity: number): number {
  let last = -1
  const end = at(first, activity + 1)
  for (let link = at(first, activity); link < end; link++) last = Math.max(last, at(position, at(from, link)))
  return last
}

function firstOf({ first, from, count }: Side, position: Int32Array, activity: number): number {
  let soonest = count
  const end = at(first, activity + 1)
  for (let link = at(first, activity); link < end; link++) {
    soonest = Math.min(soonest, at(position, at(from, link)))
  }
  return soonest
}
