import { err, type Id, type Instant, ok, type Result } from '../../kernel/index.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { type PlannedTask, plannedTasks, type Reason } from '../network/planned-tasks.ts'
import type { ProjectPlan } from './project-plan.ts'
import { toPlanInput } from './to-plan-input.ts'

const MINUTE_MS = 60_000

/** Where a row lies in the plan as calculated. Moments are milliseconds since 1970, floats working minutes. */
export type ProjectDates = {
  readonly itemId: Id<'WorkItem'>
  readonly startAt: Instant
  readonly finishAt: Instant
  /** When it may finish at the latest without moving the finish of the plan, or breaking a date. */
  readonly lateFinishAt: Instant
  readonly totalFloatMin: number
  readonly freeFloatMin: number
  readonly isCritical: boolean
  readonly isOnLongestPath: boolean
  readonly reason: Reason
}

/**
 * Calculates the plan of a project: the rows that have a place in time, in their order.
 *
 * @returns the dates; or refused as `PlanNetwork.of` refuses
 */
export function planProject(plan: ProjectPlan): Result<readonly ProjectDates[]> {
  const network = PlanNetwork.of(toPlanInput(plan))
  return network.ok ? ok(plannedTasks(network.value).map(datesOf)) : err(network.refusal)
}

function datesOf(task: PlannedTask): ProjectDates {
  const { totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, reason } = task
  return {
    itemId: task.id,
    startAt: task.startAt * MINUTE_MS,
    finishAt: task.finishAt * MINUTE_MS,
    lateFinishAt: task.lateFinishAt * MINUTE_MS,
    ...{ totalFloatMin, freeFloatMin, isCritical, isOnLongestPath, reason },
  }
}
