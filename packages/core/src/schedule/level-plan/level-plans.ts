import type { Minute } from '../../calendar/index.ts'
import { err, type Id, ok, type Result } from '../../kernel/index.ts'
import { cell, whole } from './cell.ts'
import { type Chosen, chosenIn } from './chosen.ts'
import { compileLevelNet } from './compile-level-net.ts'
import { Evolution } from './evolve.ts'
import { Explainer, type LevelReason } from './explain.ts'
import type { LevelInput } from './level-input.ts'
import { type Due, FREE, type LevelNet } from './level-net.ts'
import { boundsOf, type PlanBounds } from './plan-bounds.ts'
import { FINISH_SCORE, lateness, readScore } from './score.ts'
import type { Serial } from './serial.ts'
import { findWorkingTimeBreaches, type WorkingTimeBreach } from './working-time.ts'

/** How far a levelling has come. */
export type PlansProgress = {
  /** Generated so far; each assignment of dates counts as one. */
  readonly schedules: number
  /**
   * When the last task finishes in the best schedule so far, and when it does at the earliest possible. With tasks
   * that there is never enough for, or broken links, nobody knows what is possible, and the gap says nothing.
   */
  readonly finishAt: Minute
  readonly bestPossibleAt: Minute
  /** From the start on, the plans take at most this many percent longer than the best possible, by the clock. */
  readonly gapPercent: number
  /** Tasks that there is never enough for, and minutes by which links to what stays are broken. */
  readonly unfitCount: number
  /** Parts of tasks that nobody does: nobody can, or all who can do another part of the task. */
  readonly openCount: number
  readonly brokenMin: number
  /** Cost of delay in minor units, and working minutes of lateness that has no cost. */
  readonly delayCostMinor: number
  readonly lateMin: number
  /** What the latest start as a rule gives without any search. */
  readonly unsearched: { readonly finishAt: Minute; readonly delayCostMinor: number }
  /** Minutes by which tasks start at another time than published, earlier and later. */
  readonly movedMin: number
  /** Proven: nothing is late and nothing could finish sooner. */
  readonly isOptimal: boolean
}

/** A task in its place. */
export type LevelledTask = {
  readonly id: Id<'WorkItem'>
  readonly startAt: Minute
  readonly finishAt: Minute
  readonly reason: LevelReason
  /** Where it lay before, and by how many minutes it starts later now; below zero: earlier. */
  readonly before: { readonly startAt: Minute; readonly finishAt: Minute }
  readonly movedMin: number
  /** To be kept with the task, so that its plan puts it there: null where links and limits do anyway. */
  readonly levelledAt: Minute | null
  /** Working minutes of its plan after its deadline, or after what a constraint allows. */
  readonly lateMin: number
}

/** Plans that have been levelled. */
export type LevelledPlans = PlansProgress & {
  /** All tasks of all plans, in the order they came in; summaries span what is below them. */
  readonly tasks: readonly LevelledTask[]
  /** Who does what, of assignments that are to be levelled. */
  readonly assignments: readonly Chosen[]
  /** Where people are asked for more than limits of working time allow. */
  readonly strain: readonly WorkingTimeBreach[]
  /** Links to what stays that could not be kept. */
  readonly brokenLinkIds: readonly Id<'Relation'>[]
}

/** A levelling that goes on by `step` when told to, so that whoever has a clock can end it at any time. */
export type PlansLevelling = {
  /** Generates up to so many schedules more, or one more than that; none when the best possible is found. */
  readonly step: (schedules: number) => PlansProgress
  /** The best schedule so far; generates one if there is none yet. */
  readonly take: () => LevelledPlans
}

/**
 * Starts to level plans over the resources that they share: places every task as early as links, calendars,
 * limits and resources allow, and searches for orders in which that is better. In this order of importance: nothing
 * breaks links to what stays, cost of delay, lateness, the last finish, the finish of each plan, little moves
 * against what is published, even load.
 *
 * Same input and seed, same answer after as many schedules, in whatever order the data comes; more schedules are
 * never worse.
 *
 * @param seed any 32-bit integer
 * @returns the levelling; or refused as `PlanNetwork` refuses any of the plans
 * @see Kelley, The critical-path method: resources planning and scheduling, 1963
 */
export function startLevelling(input: LevelInput, seed: number): Result<PlansLevelling> {
  const net = compileLevelNet(input)
  if (!net.ok) return net
  const evolution = new Evolution(net.value, seed)
  evolution.next()
  const outside = findOutside(net.value, evolution)
  if (outside !== null) return err({ code: 'schedule.date_outside', params: { item: outside } })
  const bounds = boundsOf(net.value)
  const step = (schedules: number) => {
    const end = evolution.schedules + schedules
    let progress = progressOf(evolution, bounds)
    while (evolution.schedules < end && !isEnough(evolution, progress)) {
      evolution.next()
      progress = progressOf(evolution, bounds)
    }
    return progress
  }
  return ok({ step, take: () => levelled(input, evolution, bounds) })
}

/**
 * Levels plans within a number of schedules: as `startLevelling` does.
 *
 * @param settings any 32-bit seed, and how many schedules to generate at most
 */
export function levelPlans(
  input: LevelInput,
  { seed, schedules }: { readonly seed: number; readonly schedules: number },
): Result<LevelledPlans> {
  const levelling = startLevelling(input, seed)
  if (!levelling.ok) return levelling
  levelling.value.step(schedules - 1)
  return ok(levelling.value.take())
}

function findOutside({ tasks, taskOf, count }: LevelNet, { best }: Evolution): string | null {
  for (let node = 0; node < count; node += 1) {
    const isInside =
      Number.isFinite(cell(best.finish, node)) || best.finish[node] === Number.NEGATIVE_INFINITY
    if (!isInside) return tasks[whole(taskOf, node)]?.task.id ?? null
  }
  return null
}

function progressOf({ best, first, schedules, finishAt, net }: Evolution, bounds: PlanBounds): PlansProgress {
  const found = readScore(best.score)
  // What there is never enough for, or has no room before what stays, may lie sooner than any bound.
  const bestPossibleAt =
    found.unfitCount + found.brokenMin === 0
      ? Math.max(bounds.criticalPathAt, bounds.resourceAt)
      : Math.min(bounds.criticalPathAt, finishAt)
  const length = bestPossibleAt - net.startAt
  return {
    schedules,
    finishAt,
    bestPossibleAt,
    gapPercent: length > 0 ? ((finishAt - bestPossibleAt) / length) * 100 : 0,
    ...found,
    openCount: found.openCount + net.vacant.length,
    delayCostMinor: Math.round(found.delayCostMinor),
    unsearched: {
      finishAt: cell(first, FINISH_SCORE),
      delayCostMinor: Math.round(readScore(first).delayCostMinor),
    },
    isOptimal:
      found.unfitCount + found.brokenMin + found.delayCostMinor + found.lateMin === 0 &&
      finishAt <= bestPossibleAt,
  }
}

/** Whether nothing that counts more than an even load can become better. */
function isEnough({ net }: Evolution, { isOptimal, movedMin }: PlansProgress): boolean {
  return isOptimal && movedMin === 0 && net.planCount === 1
}

function levelled(input: LevelInput, evolution: Evolution, bounds: PlanBounds): LevelledPlans {
  const { net, judge } = evolution
  const serial = evolution.replay()
  const explainer = new Explainer(net, serial, input)
  const dues = Map.groupBy(net.dues, ({ node }) => node)
  const tasks = input.plans.flatMap((plan) =>
    plan.tasks.map(({ id }) => {
      const node = net.nodeOf.get(id) ?? 0
      return levelledTask(net, serial, { node, explainer, dues: dues.get(node) ?? [] })
    }),
  )
  const assignments = chosenIn(net, serial)
  return {
    ...progressOf(evolution, bounds),
    tasks,
    assignments,
    strain: findWorkingTimeBreaches(doneAs(input, assignments), tasks),
    brokenLinkIds: judge
      .brokenEdges(serial)
      .flatMap((edge) => net.links[whole(net.edges.link, edge)]?.id ?? []),
  }
}

/** The plans with whoever was chosen. */
function doneAs(input: LevelInput, assignments: readonly Chosen[]): LevelInput {
  const chosen = new Map(assignments.map(({ id, resourceId }) => [id, resourceId]))
  return {
    ...input,
    assignments: input.assignments.map((each) => ({
      ...each,
      resourceId: chosen.has(each.id) ? (chosen.get(each.id) ?? null) : each.resourceId,
    })),
  }
}

type Where = { readonly node: number; readonly explainer: Explainer; readonly dues: readonly Due[] }

function levelledTask(net: LevelNet, serial: Serial, { node, explainer, dues }: Where): LevelledTask {
  const [startAt, finishAt] = [cell(serial.start, node), cell(serial.finish, node)]
  const { id, ...before } = net.before[node] ?? { id: '', startAt, finishAt }
  const reason = explainer.reasonOf(node)
  const isLevelled = net.role[node] === FREE && explainer.startAlone(node) < startAt
  const lateMin = dues.reduce((most, { at, isStart, line }) => {
    return Math.max(most, lateness(net, line, { at, now: isStart ? startAt : finishAt }))
  }, 0)
  return {
    id,
    startAt,
    finishAt,
    reason,
    before: { startAt: before.startAt, finishAt: before.finishAt },
    movedMin: startAt - before.startAt,
    levelledAt: isLevelled ? startAt : null,
    lateMin,
  }
}
