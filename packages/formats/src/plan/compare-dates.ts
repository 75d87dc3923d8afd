import { aroundTheClock, compileCalendars, type Minute } from '@millrace/core/calendar'
import type { Id } from '@millrace/core/kernel'
import type { PlannedTask, PlanTask } from '@millrace/core/schedule'
import type { FilePlan, FileRow } from './file-plan.ts'

/** A row whose dates the logic of its file does not lead to. */
export type DateDifference = {
  readonly itemId: Id<'WorkItem'>
  /** Of the row and of its task. */
  readonly place: number
  /** How much later than in the file, in working minutes of its own calendar; negative: earlier. */
  readonly startOffMin: number
  readonly finishOffMin: number
}

/** How the dates that a file states compare with those calculated from its logic. */
export type DateComparison = {
  /** Rows that state dates and are calculated: no summaries, and nothing planned by hand. */
  readonly compared: number
  /** Those that differ, the largest difference first. */
  readonly differing: readonly DateDifference[]
}

/**
 * Compares the dates that a file states with calculated ones. Moments with the same working time before them
 * are the same: Friday 17:00 is Monday 08:00.
 *
 * @param planned by the places of the tasks
 */
export function compareDates({ input, rows }: FilePlan, planned: readonly PlannedTask[]): DateComparison {
  const lines = compileCalendars(input.calendars, input.options.startAt)
  const clock = aroundTheClock()
  const differing: DateDifference[] = []
  const stated = input.tasks.flatMap((task, place) => statedDates(task, rows[place], place))
  for (const { task, place, startAt, finishAt } of stated) {
    const one = planned[place]
    const line = task.isElapsed ? clock : (lines.get(task.calendarId ?? input.options.calendarId) ?? clock)
    const off = (before: Minute, here: Minute | undefined) =>
      line.toWork(here ?? before) - line.toWork(before)
    const startOffMin = off(startAt, one?.startAt)
    const finishOffMin = off(finishAt, one?.finishAt)
    if (startOffMin !== 0 || finishOffMin !== 0) {
      differing.push({ itemId: task.id, place, startOffMin, finishOffMin })
    }
  }
  return {
    compared: stated.length,
    differing: differing.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.place - b.place),
  }
}

function statedDates(task: PlanTask, row: FileRow | undefined, place: number) {
  const { startAt, finishAt } = row ?? { startAt: null, finishAt: null }
  const isCalculated = task.kind !== 'summary' && task.manual === null
  return isCalculated && startAt !== null && finishAt !== null ? [{ task, place, startAt, finishAt }] : []
}

function sizeOf({ startOffMin, finishOffMin }: DateDifference): number {
  return Math.max(Math.abs(startOffMin), Math.abs(finishOffMin))
}
