import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import {
  deleteBaselines,
  deletePlanned,
  deleteUnusedCalendars,
  deleteUnusedResources,
  type PlansToForget,
} from './store/forget.ts'

/**
 * Deletes what plans say about items, and the plans of whole projects. Resources and calendars that
 * something else still needs stay.
 *
 * @returns what is gone
 */
export async function forgetPlans(unit: Unit, plans: PlansToForget): Promise<readonly SubjectRef[]> {
  await deleteBaselines(unit, plans)
  await deletePlanned(unit, plans)
  await deleteUnusedResources(unit, plans)
  await deleteUnusedCalendars(unit, plans)
  return [
    ...plans.itemIds.map((id) => ({ kind: 'planItem', id })),
    ...plans.baselineIds.map((id) => ({ kind: 'baseline', id })),
  ]
}
