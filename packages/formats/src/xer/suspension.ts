import type { Timeline } from '@millrace/core/calendar'
import { checkSplits, type PlanTask } from '@millrace/core/schedule'
import { minuteOf } from '../plan/index.ts'
import type { XerActivity } from './xer-project.ts'

/**
 * The gap that a suspended activity has in its work. As long as nothing has been done since, it begins where the work
 * stopped and lasts until the day on which it is resumed; once work has gone on, it lies behind it.
 *
 * @param line what the duration of the activity is counted on
 */
export function withSuspension(task: PlanTask, activity: XerActivity, line: Timeline): PlanTask {
  const { actual } = task
  const { suspendedAt, resumedAt } = activity
  if (actual === null || suspendedAt === undefined || resumedAt === undefined) return task
  const worked = line.toWork(minuteOf(suspendedAt))
  const afterMin = Math.round(worked - line.toWork(actual.startAt))
  const pauseMin = Math.round(line.toWork(minuteOf(resumedAt)) - worked)
  const isBehind = afterMin < task.durationMin - actual.remainingMin
  const splits = [{ afterMin, pauseMin }]
  if (!isBehind || checkSplits(splits, task.durationMin) !== null) return task
  const { resumeAt: _resumeAt, ...rest } = actual
  return { ...task, splits, actual: rest }
}
