import type { PlanTask } from './plan.ts'
import { pausesOf } from './splits.ts'

/** The working minutes of a task's duration; none for a milestone, nor for a hammock, which has none of its own. */
export function durationOf(task: PlanTask): number {
  return task.kind === 'milestone' || task.kind === 'hammock' ? 0 : task.durationMin
}

/** How long it is from its start to its finish: the same, with the gaps in it. */
export function spanOf(task: PlanTask): number {
  return task.splits === undefined ? durationOf(task) : durationOf(task) + pausesOf(task.splits)
}
