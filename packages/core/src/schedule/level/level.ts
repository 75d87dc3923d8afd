import { orderLinks } from '../order-links.ts'
import { at } from './at.ts'
import { type LevelBounds, lowerBounds } from './bounds.ts'
import { shorten, type Timed } from './justify.ts'
import { findFault, type LevelFault, type LevelProject } from './level-project.ts'
import { beginSearch, type Search, searchOnce } from './search.ts'
import { buildSides, type Sides } from './side.ts'

/** A project that can be levelled, made ready. Opaque: made by `buildLevelNetwork`, and never changed. */
export type LevelNetwork = {
  readonly sides: Sides
  readonly bounds: LevelBounds
}

/** How long to search, and from where. */
export type LevelSettings = {
  /** Any 32-bit integer: same seed and same number of schedules, same answer on every machine. */
  readonly seed: number
  /** Schedules to generate at most; the populations are as large as suits this number. At least 1. */
  readonly schedules: number
}

/** How far a search has come. */
export type LevelProgress = {
  /** Generated so far; each assignment of starts counts as one. */
  readonly schedules: number
  /** Periods of the shortest schedule so far. */
  readonly makespan: number
  /** Periods that no schedule can be shorter than. */
  readonly bound: number
  /** The makespan is at most this many percent from the best possible. */
  readonly gapPercent: number
  /** Proven: no schedule is shorter. */
  readonly isOptimal: boolean
  /** Optimal, or all schedules that were asked for are generated. */
  readonly isDone: boolean
}

/** A levelled project. */
export type LevelPlan = LevelProgress & {
  /** First period of each activity of the project, in its order. */
  readonly starts: readonly number[]
}

/** A search that goes on by `step` when told to, so that whoever has a clock can end it at any time. */
export type LevelSearch = {
  /** Generates up to `schedules` more schedules, at most to the end of the search. */
  readonly step: (schedules: number) => LevelProgress
  /** The best schedule so far; generates one if there is none yet. */
  readonly plan: () => LevelPlan
}

/**
 * Makes a project ready to be levelled, with its lower bounds.
 *
 * @returns the network, or what makes levelling impossible: a cycle of links, a number that is none, or
 * an activity that needs more than its resource will ever have
 */
export function buildLevelNetwork(
  project: LevelProject,
):
  | { readonly ok: true; readonly network: LevelNetwork }
  | { readonly ok: false; readonly fault: LevelFault } {
  const fault = findFault(project)
  if (fault) return { ok: false, fault }
  const { order } = orderLinks(project.activities.length, project.links)
  if (order.length < project.activities.length) {
    const inOrder = new Set(order)
    const activities = [...project.activities.keys()].filter((index) => !inOrder.has(index))
    return { ok: false, fault: { kind: 'cycle', activities } }
  }
  const sides = buildSides(project, order)
  return { ok: true, network: { sides, bounds: lowerBounds(project, sides) } }
}

/**
 * Starts a search for the shortest schedule: an anytime genetic search with large neighbourhoods over two populations,
 * one generated from the start of the project and one from its finish. It is synchronous and has no clock.
 *
 * @see Debels and Vanhoucke, A bi-population based genetic algorithm for the RCPSP, 2005
 */
export function startLevelSearch(
  { sides, bounds }: LevelNetwork,
  { seed, schedules }: LevelSettings,
): LevelSearch {
  const search = beginSearch(sides, { seed, size: sizeFor(schedules) })
  const isDone = () => search.now.schedules >= schedules || search.best.makespan <= bounds.best
  const step = (more: number) => {
    const end = search.now.schedules + more
    while (search.now.schedules < end && !isDone()) searchOnce(search)
    return progressOf(search, { bound: bounds.best, isDone: isDone() })
  }
  return {
    step,
    plan: () => {
      const progress = step(search.now.schedules === 0 ? 1 : 0)
      return { ...progress, starts: inOrderOfProject(sides, search.best.start) }
    },
  }
}

/**
 * Levels a project: the shortest schedule found within a number of schedules.
 *
 * @param network from `buildLevelNetwork`
 */
export function levelNetwork(network: LevelNetwork, settings: LevelSettings): LevelPlan {
  const search = startLevelSearch(network, settings)
  search.step(settings.schedules)
  return search.plan()
}

/**
 * Double justification: moves all activities towards the finish of a schedule, then towards its start.
 *
 * @param starts first period of each activity of the project; must keep links and capacities
 * @returns starts of a schedule that is never longer, often shorter
 * @see Valls, Ballestín and Quintanilla, Justification and RCPSP: a technique that pays, 2005
 */
export function justifyTwice({ sides }: LevelNetwork, starts: readonly number[]): readonly number[] {
  const start = sides.original.map((activity) => starts[activity] ?? 0)
  const makespan = start.reduce((most, each, i) => Math.max(most, each + at(sides.forward.duration, i)), 0)
  const given: Timed = { start, makespan }
  const justified = shorten(sides, given)
  return justified.makespan <= makespan ? inOrderOfProject(sides, justified.start) : starts
}

/** 20, 56 and 244 for 1,000, 5,000 and 50,000 schedules: the best of a few sizes on small samples of PSPLIB. */
function sizeFor(schedules: number): number {
  return Math.max(6, Math.min(600, Math.round(0.24 * schedules ** 0.64)))
}

type Limits = { readonly bound: number; readonly isDone: boolean }

function progressOf({ best, now }: Search, { bound, isDone }: Limits): LevelProgress {
  const { makespan } = best
  const gapPercent = bound === 0 ? 0 : ((makespan - bound) / bound) * 100
  return { schedules: now.schedules, makespan, bound, gapPercent, isOptimal: makespan <= bound, isDone }
}

function inOrderOfProject({ original }: Sides, start: Int32Array): readonly number[] {
  const starts = Array.from<number>({ length: original.length })
  for (let i = 0; i < original.length; i++) starts[at(original, i)] = at(start, i)
  return starts
}
