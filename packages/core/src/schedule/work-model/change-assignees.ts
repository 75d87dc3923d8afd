import { err, type Id, ok, type Result } from '../../kernel/index.ts'
import { roundUnits, splitWork, type TaskWork, type WorkShare, withShares } from './task-work.ts'

/** Who comes to a task, and with how much work; null: what follows from the task. */
export type NewAssignee = {
  readonly id: Id<'Assignment'>
  readonly units: number
  readonly workMin: number | null
}

/**
 * Puts a resource on a task. Whoever comes first takes over what was estimated. Later ones share the work
 * by units when the task is effort-driven or holds its work; otherwise each brings work of its own. Work that is
 * said is always added.
 *
 * @returns the task after; or refused with `schedule.units_beyond`
 * @see Microsoft, Change the task type Project uses to calculate task duration: effort-driven scheduling
 */
export function addAssignee(task: TaskWork, { id, units, workMin }: NewAssignee): Result<TaskWork> {
  if (workMin !== null) return withShares(task, [...task.shares, sharedFor(task, { id, units, workMin })])
  const takesOver = task.shares.length === 0 && task.taskType !== 'duration'
  const isKept = task.workMin > 0 && (takesOver || keepsWork(task))
  const brought = task.taskType === null ? 0 : Math.round(units * task.durationMin)
  const shares = [...task.shares, { id, units, workMin: isKept ? 0 : brought }]
  return isKept ? reshare(task, shares) : withShares(task, shares)
}

/**
 * Takes a resource off a task. The others take over its work when the task is effort-driven or holds its work;
 * otherwise it goes. Without anybody left, duration and work stay as they were.
 *
 * @returns the task after; or refused with `schedule.assignment_unknown`, or with `schedule.units_beyond`
 */
export function removeAssignee(task: TaskWork, id: Id<'Assignment'>): Result<TaskWork> {
  const shares = task.shares.filter((share) => share.id !== id)
  if (shares.length === task.shares.length) {
    return err({ code: 'schedule.assignment_unknown', params: { assignment: id } })
  }
  if (shares.length === 0) return ok({ ...task, shares })
  return keepsWork(task) ? reshare(task, shares) : withShares(task, shares)
}

function keepsWork({ taskType, isEffortDriven }: TaskWork): boolean {
  return taskType === 'work' || isEffortDriven
}

/** All the work of the task, by units. Where the duration is held, each then works as much as that leaves time for. */
function reshare(task: TaskWork, shares: readonly WorkShare[]): Result<TaskWork> {
  const parts = splitWork(
    task.workMin,
    shares.map(({ units }) => units),
  )
  const shared = shares.map((share, index) => ({ ...share, workMin: parts[index] ?? 0 }))
  return withShares(
    task,
    shared.map((share) => sharedFor(task, share)),
  )
}

function sharedFor({ taskType, durationMin }: TaskWork, share: WorkShare): WorkShare {
  const holdsDuration = taskType === 'duration' && share.workMin > 0
  return holdsDuration ? { ...share, units: roundUnits(share.workMin / durationMin) } : share
}
