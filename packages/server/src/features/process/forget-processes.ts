import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import {
  deleteActivities,
  deleteEngineRows,
  deleteInstances,
  deleteModelsOf,
  deleteStepsOf,
  type ProcessesToForget,
} from './store/forget.ts'
import { deleteCalls } from './store/forget-calls.ts'
import { deleteDecisionLog, deleteDecisionsOf } from './store/forget-decisions.ts'
import { deleteLevelsOf, deleteSchedulesOf, deleteTimesOf } from './store/forget-times.ts'
import { deleteFormsOf, deleteVersionFormsOf } from './store/forms.ts'

/**
 * Deletes instances, steps, and what items had to do with them, for good.
 *
 * @returns what is gone
 */
export async function forgetProcesses(unit: Unit, gone: ProcessesToForget): Promise<readonly SubjectRef[]> {
  await deleteDecisionLog(unit, gone)
  await deleteTimesOf(unit, gone)
  const activities = await deleteActivities(unit, gone)
  deleteCalls(unit, gone)
  deleteEngineRows(unit, gone)
  const instances = await deleteInstances(unit, gone)
  const decisions = await deleteDecisionsOf(unit, gone.processIds)
  const levels = await deleteLevelsOf(unit, gone.processIds)
  const schedules = await deleteSchedulesOf(unit, gone.processIds)
  const steps = await deleteStepsOf(unit, gone.processIds)
  const forms = await deleteFormsOf(unit, gone.processIds)
  await deleteVersionFormsOf(unit, gone.processIds)
  const models = await deleteModelsOf(unit, gone.processIds)
  return [
    ...activities.map((id) => ({ kind: 'activity', id })),
    ...instances.map((id) => ({ kind: 'instance', id })),
    ...decisions.map((id) => ({ kind: 'decision', id })),
    ...levels.map((id) => ({ kind: 'level', id })),
    ...schedules.map((id) => ({ kind: 'schedule', id })),
    ...steps.map((id) => ({ kind: 'step', id })),
    ...forms.map((id) => ({ kind: 'form', id })),
    ...models.map((id) => ({ kind: 'model', id })),
  ]
}
