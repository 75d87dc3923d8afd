import { err, type Id, ok, type Result } from '../../kernel/index.ts'
import { roundUnits, splitWork, type TaskWork, type WorkShare, withShares } from './task-work.ts'

/** What somebody says anew about a task: one of its three quantities. */
export type WorkChange =
  | { readonly kind: 'duration'; readonly durationMin: number }
  /** Of the whole task. */
  | { readonly kind: 'work'; readonly workMin: number }
  /** Of one share. */
  | { readonly kind: 'units'; readonly id: Id<'Assignment'>; readonly units: number }
  | { readonly kind: 'share'; readonly id: Id<'Assignment'>; readonly workMin: number }

/**
 * Changes one of duration, work and units of a task, and another one with it, as its type says:
 *
 * | held | units change | duration changes | work changes |
 * |---|---|---|---|
 * | units | duration | work | duration |
 * | work | duration | units | duration |
 * | duration | work | work | units |
 *
 * Shares keep their proportions when something of the whole task changes.
 *
 * @returns the task after; or refused with `schedule.assignment_unknown`, or with `schedule.units_beyond` when
 *   more of a resource would be needed at once than there can be
 * @see Microsoft, Change the task type Project uses to calculate task duration: table of task types
 */
export function changeWork(task: TaskWork, change: WorkChange): Result<TaskWork> {
  switch (change.kind) {
    case 'duration':
      return changeDuration(task, change.durationMin)
    case 'work':
      return changeTotal(task, change.workMin)
    case 'units':
      return changeShare(task, change.id, (share) => {
        const workMin = task.taskType === 'duration' ? scale(share.workMin, change.units, share.units) : null
        return { ...share, units: change.units, workMin: workMin ?? share.workMin }
      })
    default:
      return changeShare(task, change.id, (share) => ({
        ...share,
        workMin: change.workMin,
        units: task.taskType === 'duration' ? unitsFor(task, share, change.workMin) : share.units,
      }))
  }
}

function changeDuration(task: TaskWork, durationMin: number): Result<TaskWork> {
  const after = { ...task, durationMin }
  if (task.taskType === null || task.shares.length === 0) return ok(after)
  const before = task.durationMin
  const shares = task.shares.map((share): WorkShare => {
    if (task.taskType === 'work') return { ...share, units: roundUnits((share.units * before) / durationMin) }
    return {
      ...share,
      workMin: scale(share.workMin, durationMin, before) ?? Math.round(share.units * durationMin),
    }
  })
  const done = withShares(after, shares)
  // Rounded units may take a minute more or less than what was asked for.
  return done.ok ? ok({ ...done.value, durationMin }) : done
}

function changeTotal(task: TaskWork, workMin: number): Result<TaskWork> {
  if (task.shares.length === 0) return ok({ ...task, workMin })
  const weights = task.shares.map((share) => (task.workMin > 0 ? share.workMin : share.units))
  const parts = splitWork(workMin, weights)
  const shares = task.shares.map((share, index): WorkShare => {
    const part = parts[index] ?? 0
    const units = task.taskType === 'duration' ? unitsFor(task, share, part) : share.units
    return { ...share, workMin: part, units }
  })
  return withShares(task, shares)
}

function changeShare(task: TaskWork, id: string, change: (share: WorkShare) => WorkShare): Result<TaskWork> {
  const index = task.shares.findIndex((share) => share.id === id)
  const share = task.shares[index]
  if (!share) return err({ code: 'schedule.assignment_unknown', params: { assignment: id } })
  return withShares(task, task.shares.with(index, change(share)))
}

/** Units with which a share takes as long as before. */
function unitsFor({ durationMin }: TaskWork, share: WorkShare, workMin: number): number {
  if (workMin === 0) return share.units
  return roundUnits(share.workMin > 0 ? (share.units * workMin) / share.workMin : workMin / durationMin)
}

/** Minutes in proportion; null when there is nothing to be in proportion to. */
function scale(workMin: number, now: number, before: number): number | null {
  return before > 0 && workMin > 0 ? Math.round((workMin * now) / before) : null
}
