import { type Unit, wakeAt } from '../../platform/commands/index.ts'
import type { CaseChange } from './store/save-changes.ts'

/** What a worker is woken for when a timer of a case goes off, organisation by organisation. */
export const CASE_TIMERS_JOB = 'case.timers'

/** Wakes a worker for the first of the timers that were begun to be waited for, or go on. */
export async function wakeTimers(unit: Unit, changes: readonly CaseChange[]): Promise<void> {
  const dues = changes.flatMap(({ before, after }) => {
    const earlier = new Set(before?.standing?.state.items)
    return (after.standing?.state.items ?? []).flatMap((row) =>
      row.state === 'available' && !earlier.has(row) ? (row.timer?.dueAt ?? []) : [],
    )
  })
  const first = dues.length === 0 ? null : dues.reduce((one, other) => Math.min(one, other))
  await wakeAt(unit, CASE_TIMERS_JOB, first)
}
