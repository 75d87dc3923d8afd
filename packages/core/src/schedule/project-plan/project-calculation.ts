import { err, ok, type Result } from '../../kernel/index.ts'
import { findConflicts } from '../conflict/find-conflicts.ts'
import type { PlanTask } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { plannedTasks } from '../network/planned-tasks.ts'
import { movedOutside, outsideLinksOf } from './outside-ties.ts'
import { type CalculatedProject, conflictOf, datesOf, type ProjectDates } from './plan-project.ts'
import type { ProjectPlan, ProjectRow } from './project-plan.ts'
import { hasOwnPlace, toPlanInput, toPlanTask } from './to-plan-input.ts'

/** The plan that was calculated last, and where its tasks are in the network. */
type Calculated = {
  readonly plan: ProjectPlan
  readonly network: PlanNetwork
  readonly placeOf: ReadonlyMap<string, number>
}

/**
 * The plan of a project, calculated again and again. Each answer is the one that the plan alone would
 * give. Where since the last time only what is said about items changed, the network is calculated as
 * far as that reaches; what is the same must be the same object, or it is taken for changed.
 */
export class ProjectCalculation {
  #last: Calculated | null = null

  /**
   * Where the rows of a plan lie that have a place in time, in their order.
   *
   * @returns the dates; or refused as `PlanNetwork.of` refuses
   */
  place(plan: ProjectPlan): Result<readonly ProjectDates[]> {
    const network = this.#networkOf(plan)
    return network.ok ? ok(plannedTasks(network.value).map(datesOf)) : err(network.refusal)
  }

  /** The same as `place`, with what does not fit together in the plan: refused as it is. */
  calculate(plan: ProjectPlan): Result<CalculatedProject> {
    const network = this.#networkOf(plan)
    if (!network.ok) return err(network.refusal)
    return ok({
      dates: plannedTasks(network.value).map(datesOf),
      conflicts: findConflicts(network.value).map(conflictOf),
    })
  }

  #networkOf(plan: ProjectPlan): Result<PlanNetwork> {
    const last = this.#last
    const changed = last && changedTasks(last, plan)
    if (!last || changed === null) return this.#begin(plan)
    const network = last.network.change(changed)
    if (network.ok) this.#last = { ...last, plan }
    return network
  }

  #begin(plan: ProjectPlan): Result<PlanNetwork> {
    const network = PlanNetwork.of(toPlanInput(plan))
    if (!network.ok) return network
    const places = network.value.net.tasks.map(({ id }, place) => [id, place] as const) // A pair.
    this.#last = { plan, network: network.value, placeOf: new Map(places) }
    return network
  }
}

/** The tasks that are no longer as they were, by their place; null when more than tasks may have changed. */
function changedTasks(last: Calculated, plan: ProjectPlan): ReadonlyMap<number, PlanTask> | null {
  const { plan: before, network, placeOf } = last
  const moved = movedOutside(before.outside, plan.outside)
  if (moved === null || !isSameGround(before, plan)) return null
  const outsideOf = outsideLinksOf(plan)
  const changed = new Map<number, PlanTask>()
  for (const [at, row] of plan.rows.entries()) {
    const was = before.rows[at]
    if (row === was && !moved.has(row.itemId)) continue
    if (was === undefined || !isInSamePlace(was, row)) return null
    const place = placeOf.get(row.itemId) ?? -1
    const task = network.net.tasks[place]
    if (task === undefined) continue
    const next = toPlanTask(row, { ...task, outside: outsideOf.get(row.itemId) })
    if (!isInSameTime(task, next)) return null
    if (!isSame(task, next)) changed.set(place, next)
  }
  return changed
}

/** Of plain values. */
function isSame<Value>(one: Value, other: Value): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function isSameGround(before: ProjectPlan, plan: ProjectPlan): boolean {
  const { links, calendars, resources, assignments, settings, timeZone, laterPhaseIds } = plan
  return (
    plan.rows.length === before.rows.length &&
    links === before.links &&
    resources === before.resources &&
    assignments === before.assignments &&
    timeZone === before.timeZone &&
    laterPhaseIds.symmetricDifference(before.laterPhaseIds).size === 0 &&
    isSame(settings, before.settings) &&
    isSame(calendars, before.calendars)
  )
}

/** Whether a row is still the same part of the outline, and has a place in time if it had one. */
function isInSamePlace(was: ProjectRow, row: ProjectRow): boolean {
  return (
    row.itemId === was.itemId &&
    row.parentId === was.parentId &&
    row.isSummary === was.isSummary &&
    row.isHammock === was.isHammock &&
    row.phaseId === was.phaseId &&
    row.taskType === was.taskType &&
    (row.isSummary || hasOwnPlace(row) === hasOwnPlace(was))
  )
}

/** Whether a task is still of its kind, and goes by the same calendar. */
function isInSameTime(was: PlanTask, task: PlanTask): boolean {
  return task.kind === was.kind && task.isElapsed === was.isElapsed && task.calendarId === was.calendarId
}
