import type { PlannedTask } from '@millrace/core/schedule'
import { plainDateTimeOf } from '../plan/index.ts'
import type { MspdiTask } from './task.ts'

/** The fields of a task that tell where it was put, and how far it may slip. */
export type PlannedFields = Pick<
  MspdiTask,
  | 'start'
  | 'finish'
  | 'earlyStart'
  | 'earlyFinish'
  | 'lateStart'
  | 'lateFinish'
  | 'freeSlackMin'
  | 'totalSlackMin'
  | 'critical'
>

/** Where core put a task. */
export function plannedFields(one: PlannedTask): PlannedFields {
  const [start, finish] = [plainDateTimeOf(one.startAt), plainDateTimeOf(one.finishAt)]
  return {
    start,
    finish,
    earlyStart: start,
    earlyFinish: finish,
    lateStart: plainDateTimeOf(one.lateStartAt),
    lateFinish: plainDateTimeOf(one.lateFinishAt),
    freeSlackMin: one.freeFloatMin,
    totalSlackMin: one.totalFloatMin,
    critical: one.isCritical,
  }
}
