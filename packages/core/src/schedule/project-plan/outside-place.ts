import type { Id } from '../../kernel/index.ts'
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
  const task = toPlanTask(row, { resourceCalendarIds: [], outside: undefined, isAwaited: false })
  const { actual, manual, durationMin, isElapsed, kind } = task
  const [startAt, finishAt] = [row.startAt ?? row.finishAt, row.finishAt ?? row.startAt]
  const isOver = row.isSummary ? row.isDone : actual !== null && actual.finishAt !== null
  const kept = isOver && actual ? actual : (manual ?? actual)
  const from = kept ? kept.startAt * MINUTE_MS : startAt
  const to = kept && kept.finishAt !== null ? kept.finishAt * MINUTE_MS : finishAt
  if (from === null || to === null) return null
  return {
    ...{ startAt: from, finishAt: Math.max(from, to), isElapsed, isOver },
    durationMin: kind === 'milestone' ? 0 : durationMin,
    calendarId: task.calendarId ?? calendarId,
    hasBegun: isOver || actual !== null,
  }
}
