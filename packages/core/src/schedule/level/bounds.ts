import { at } from './at.ts'
import { type LevelProject, lastCapacity } from './level-project.ts'
import { earliestFinishes } from './sample.ts'
import type { Sides } from './side.ts'

/** What no schedule can be shorter than, in periods. */
export type LevelBounds = {
  /** By durations and links alone. */
  readonly criticalPath: number
  /** By the work of each resource, with what must come before and after it. */
  readonly resource: number
  /** The highest of all. */
  readonly best: number
}

/** Beyond, thresholds are thinned out: bounds stay true, and take no more time than many schedules. */
const THRESHOLDS_MAX = 200

/** Lower bounds of the makespan. */
export function lowerBounds(project: LevelProject, sides: Sides): LevelBounds {
  const head = earliestFinishes(sides.forward).map((finish, i) => finish - at(sides.forward.duration, i))
  const finishes = earliestFinishes(sides.forward)
  const tail = earliestFinishes(sides.backward).map((finish, i) => finish - at(sides.backward.duration, i))
  let criticalPath = 0
  for (let i = 0; i < finishes.length; i++)
    criticalPath = Math.max(criticalPath, at(finishes, i) + at(tail, i))
  let resource = 0
  for (const [index, capacity] of project.capacities.entries()) {
    const most = typeof capacity === 'number' ? capacity : Math.max(lastCapacity(capacity), ...capacity)
    const work = sides.original.map((activity) => workOf(project, activity, index))
    resource = Math.max(resource, headLoadTail({ head, tail, work }, most))
  }
  return { criticalPath, resource, best: Math.max(criticalPath, resource) }
}

function workOf({ activities }: LevelProject, activity: number, resource: number): number {
  const { duration = 0, demands = [] } = activities[activity] ?? {}
  return duration * (demands[resource] ?? 0)
}

type Loaded = { readonly head: Int32Array; readonly tail: Int32Array; readonly work: Int32Array }

/**
 * For any set of activities that need a resource: its smallest head, the periods its work takes at full
 * capacity, and its smallest tail follow one another.
 */
function headLoadTail({ head, tail, work }: Loaded, capacity: number): number {
  const users = Array.from(work.keys()).filter((i) => at(work, i) > 0)
  const byTail = users.toSorted((a, b) => at(tail, b) - at(tail, a))
  let bound = 0
  for (const threshold of thinned(users.map((i) => at(head, i)))) {
    let load = 0
    let soonest = Number.MAX_SAFE_INTEGER
    for (const i of byTail) {
      if (at(head, i) < threshold) continue
      load += at(work, i)
      soonest = Math.min(soonest, at(head, i))
      bound = Math.max(bound, soonest + Math.ceil(load / capacity) + at(tail, i))
    }
  }
  return bound
}

function thinned(values: readonly number[]): readonly number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b)
  const step = Math.ceil(distinct.length / THRESHOLDS_MAX)
  return distinct.filter((_value, index) => index % step === 0)
}
