import type { Minute } from '@millrace/core/calendar'
import type { Constraint, ConstraintKind, PlanTask } from '@millrace/core/schedule'
import { minuteOf } from '../plan/index.ts'
import type { ConstraintType } from './codes.ts'
import { isHammock } from './own-fields.ts'
import type { MspdiTask } from './task.ts'

/** Constraints as core names them. */
export const CONSTRAINT_CODES: Readonly<Record<ConstraintType, ConstraintKind>> = {
  'as-soon-as-possible': 'ASAP',
  'as-late-as-possible': 'ALAP',
  'must-start-on': 'MSO',
  'must-finish-on': 'MFO',
  'start-no-earlier-than': 'SNET',
  'start-no-later-than': 'SNLT',
  'finish-no-earlier-than': 'FNET',
  'finish-no-later-than': 'FNLT',
}

/** Where a task stands in the plan. */
export type TaskPlace = Pick<PlanTask, 'id' | 'parentId' | 'calendarId'> & { readonly isSummary: boolean }

/** A task as the network sees it; `place` is worked out from the whole of the file. */
export function planTaskOf(task: MspdiTask, place: TaskPlace): PlanTask {
  const { isSummary, ...where } = place
  const durationMin = wholeMinutes(task.durationMin)
  const common = {
    ...where,
    durationMin,
    isElapsed: task.durationFormat?.elapsed === true,
    constraint: constraintOf(task),
    deadlineAt: minuteOrNull(task.deadline),
  }
  if (isSummary) return { ...common, kind: 'summary', levelledAt: null, manual: null, actual: null }
  const actual = actualOf(task, durationMin)
  const isLevelled = actual === null && (task.levelingDelayMin ?? 0) > 0
  return {
    ...common,
    kind: kindOf(task, durationMin),
    constraint: task.manual ? null : common.constraint,
    levelledAt: isLevelled ? minuteOrNull(task.start) : null,
    manual: isFixed(task) ? datesOf(task) : null,
    actual,
  }
}

function kindOf(task: MspdiTask, durationMin: number): PlanTask['kind'] {
  if (isHammock(task)) return 'hammock'
  return durationMin === 0 ? 'milestone' : 'task'
}

/** Whether it keeps its dates: planned by hand, or a stand-in for something outside of the file. */
export function isFixed(task: MspdiTask): boolean {
  return task.manual || isOutside(task)
}

/** Whether it stands for a task or a project outside of the file. */
export function isOutside(task: MspdiTask): boolean {
  return task.external || task.subproject !== undefined
}

/** The dates a task is fixed to; null when it has none. */
export function datesOf(task: MspdiTask): PlanTask['manual'] {
  const startAt = minuteOrNull(task.start ?? task.manualStart)
  const finishAt = minuteOrNull(task.finish ?? task.manualFinish)
  if (startAt === null || finishAt === null) return null
  return { startAt, finishAt: Math.max(startAt, finishAt) }
}

/** Minutes as core counts them; a length below zero is told by the reader. */
export function wholeMinutes(minutes: number | undefined): number {
  return Math.max(0, Math.round(minutes ?? 0))
}

function constraintOf({ constraintType, constraintDate }: MspdiTask): Constraint | null {
  const kind = CONSTRAINT_CODES[constraintType]
  if (kind === 'ALAP') return { kind, at: null }
  const at = minuteOrNull(constraintDate)
  return kind === 'ASAP' || at === null ? null : { kind, at }
}

function actualOf(task: MspdiTask, durationMin: number): PlanTask['actual'] {
  const finishAt = minuteOrNull(task.actualFinish)
  const startAt = minuteOrNull(task.actualStart) ?? (finishAt === null ? null : minuteOrNull(task.start))
  if (startAt === null) return null
  const left = task.remainingDurationMin ?? durationMin - wholeMinutes(task.actualDurationMin)
  if (finishAt !== null) return { startAt, finishAt: Math.max(startAt, finishAt), remainingMin: 0 }
  const begun = { startAt, finishAt, remainingMin: wholeMinutes(left) }
  return task.resume === undefined ? begun : { ...begun, resumeAt: minuteOf(task.resume) }
}

function minuteOrNull(moment: string | undefined): Minute | null {
  return moment === undefined ? null : minuteOf(moment)
}
