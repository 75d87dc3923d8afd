import { at } from './at.ts'
import type { Side } from './side.ts'

/** What one schedule after the other is generated in, without taking memory. */
export type Workspace = {
  /** The activities in the order in which they are placed, predecessors first. */
  readonly order: Int32Array
  /** The start of each activity in the schedule generated last, in periods of its side. */
  readonly start: Int32Array
  /** Free units by period, with guard bits. Of other periods than the used ones it holds the capacity. */
  readonly free: Int32Array
  /** Periods used by the schedule generated last. */
  readonly used: Int32Array
}

/** Room for schedules of one side. */
export function workspaceOf(side: Side): Workspace {
  return {
    order: new Int32Array(side.count),
    start: new Int32Array(side.count),
    free: side.capacity.slice(),
    used: new Int32Array(1),
  }
}

/**
 * Serial schedule generation: places the activities in their order, each as early as its links and the
 * resources allow.
 *
 * @returns the makespan: periods up to the last finish
 * @see Kelley, The critical-path method: resources planning and scheduling, 1963
 */
export function generate(side: Side, work: Workspace): number {
  clear(side, work)
  const makespan = side.words === 1 ? placeSingle(side, work) : placeMany(side, work)
  work.used[0] = makespan
  return makespan
}

function clear({ capacity, words }: Side, { free, used }: Workspace): void {
  const end = at(used, 0) * words
  for (let i = 0; i < end; i++) free[i] = at(capacity, i)
}

/** A conflict moves the activity behind it; periods found free before are not looked at again. */
function placeSingle(side: Side, { order, start, free }: Workspace): number {
  const { duration, demand, guard, count } = side
  let makespan = 0
  for (let i = 0; i < count; i++) {
    const activity = at(order, i)
    const span = at(duration, activity)
    const need = at(demand, activity)
    let begin = earliestByLinks(side, start, activity)
    let checked = begin
    let period = begin + span - 1
    while (need !== 0 && period >= checked) {
      if (((at(free, period) - need) & guard) === guard) period -= 1
      else {
        checked = begin + span
        begin = period + 1
        period += span
      }
    }
    const finish = begin + span
    for (let t = begin; t < finish; t++) free[t] = at(free, t) - need
    start[activity] = begin
    if (finish > makespan) makespan = finish
  }
  return makespan
}

function placeMany(side: Side, work: Workspace): number {
  const { duration, demand, words, count } = side
  const { order, start, free } = work
  let makespan = 0
  for (let i = 0; i < count; i++) {
    const activity = at(order, i)
    const span = at(duration, activity)
    let begin = earliestByLinks(side, start, activity)
    let checked = begin
    let period = begin + span - 1
    while (period >= checked) {
      if (fits(side, free, { activity, period })) period -= 1
      else {
        checked = begin + span
        begin = period + 1
        period += span
      }
    }
    const finish = begin + span
    for (let word = 0; word < words; word++) {
      const need = at(demand, activity * words + word)
      if (need === 0) continue
      for (let t = begin * words + word; t < finish * words; t += words) free[t] = at(free, t) - need
    }
    start[activity] = begin
    if (finish > makespan) makespan = finish
  }
  return makespan
}

type Spot = { readonly activity: number; readonly period: number }

function fits({ demand, words, guard }: Side, free: Int32Array, { activity, period }: Spot): boolean {
  for (let word = 0; word < words; word++) {
    const left = at(free, period * words + word) - at(demand, activity * words + word)
    if ((left & guard) !== guard) return false
  }
  return true
}

function earliestByLinks(side: Side, start: Int32Array, activity: number): number {
  const { first, from, lag, duration, release } = side
  let earliest = at(release, activity)
  const end = at(first, activity + 1)
  for (let link = at(first, activity); link < end; link++) {
    const before = at(from, link)
    const bound = at(start, before) + at(duration, before) + at(lag, link)
    if (bound > earliest) earliest = bound
  }
  return earliest
}
