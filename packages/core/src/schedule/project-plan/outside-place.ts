import type { Minute } from '../../calendar/index.ts'
import type { Id, Instant } from '../../kernel/index.ts'
import type { PlanTask } from '../network/plan.ts'
import type { OutsidePlace, ProjectRow } from './project-plan.ts'
import { toPlanTask } from './to-plan-input.ts'

const MINUTE_MS = 60_000

/**
 * Where the row of one project lies for another that waits for it: at the dates that stand on it, or at which it
 * began and was done. Null for what has no place in time, and for a hammock, which nothing waits for.
 *
 * @param calendarId of its project
 */
export function outsidePlaceOf(row: ProjectRow, calendarId: Id<'Calendar'> | null): OutsidePlace | null {
  if (row.isHammock && !row.isSummary) return null
  const task = toPlanTask(row, { resourceCalendarIds: [] })
  const { actual, durationMin, isElapsed, kind } = task
  const span = spanOf(row, task)
  if (span === null) return null
  const isOver = row.isSummary ? row.isDone : hasFinished(task)
  return {
    startAt: span.startAt,
    finishAt: Math.max(span.startAt, span.finishAt),
    durationMin: kind === 'milestone' ? 0 : durationMin,
    calendarId: task.calendarId ?? calendarId,
    ...{ isElapsed, isOver, hasBegun: isOver || actual !== null },
  }
}

type Span = { readonly startAt: Instant; readonly finishAt: Instant }

/** What is over lies where it was, what people planned by hand where they say; a start that was reported holds, too. */
function spanOf(row: ProjectRow, task: PlanTask): Span | null {
  const { actual, manual } = task
  if (actual && actual.finishAt !== null) return atMoments(actual.startAt, actual.finishAt)
  if (manual) return atMoments(manual.startAt, manual.finishAt)
  const [startAt, finishAt] = [row.startAt ?? row.finishAt, row.finishAt ?? row.startAt]
  if (startAt === null || finishAt === null) return null
  return { startAt: actual ? actual.startAt * MINUTE_MS : startAt, finishAt }
}

function atMoments(startAt: Minute, finishAt: Minute): Span {
  return { startAt: startAt * MINUTE_MS, finishAt: finishAt * MINUTE_MS }
}

function hasFinished({ actual }: PlanTask): boolean {
  return actual !== null && actual.finishAt !== null
}
