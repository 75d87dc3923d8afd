import { NO_SPLITS, pausesOf, type Split, splitsWithin } from '../network/splits.ts'
import { durationOf } from '../network/task-span.ts'
import { lengthOf } from './demand.ts'
import { CLOCK } from './line-book.ts'
import type { PoolResource, PoolTask } from './pool.ts'

/**
 * Working minutes that levelling gives a task. Where its plan knows whose calendars it waits for, its duration
 * already follows from its work, or is held whoever does it.
 */
export function levelLength(one: PoolTask): number {
  return one.task.resourceCalendarIds === undefined ? lengthOf(one) : durationOf(one.task)
}

/** The gaps that levelling leaves in a task. */
export function levelSplits(one: PoolTask): readonly Split[] {
  return splitsWithin(one.task.splits ?? NO_SPLITS, levelLength(one))
}

/** How long it is with them from its start to its finish. */
export function levelSpan(one: PoolTask): number {
  return levelLength(one) + pausesOf(levelSplits(one))
}

/**
 * Whether a task waits for the working time of a resource. Where its plan says whose calendars it waits for, it
 * waits for nobody when it names none, except for the calendar of whoever is chosen; and for a resource that has no
 * calendar of its own only within its limits.
 */
export function waitsFor({ line, task }: PoolTask, { source }: PoolResource): boolean {
  if (line === CLOCK || source.kind === 'material') return false
  const { resourceCalendarIds, waitsForChosen = false } = task
  if (resourceCalendarIds === undefined) return true
  if (resourceCalendarIds.length === 0) return waitsForChosen && source.calendarId !== null
  return source.calendarId !== null || source.limits !== undefined
}
