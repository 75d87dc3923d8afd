import type { ChainPool } from '@millrace/core/schedule'
import type { ReadPlan } from './queries/read-project-plan.ts'

/** Who and what does one thing after the other; material and cost are used up. */
export function chainPoolOf({
  resources,
  assignments,
}: Pick<ReadPlan, 'resources' | 'assignments'>): ChainPool {
  return {
    resources: resources.flatMap(({ id, kind, maxUnits }) =>
      kind === 'work' || kind === 'machine' ? [{ id, maxUnits }] : [],
    ),
    // Whoever is still to be chosen is not waited for.
    assignments: assignments.flatMap(({ itemId, resourceId, units }) =>
      resourceId === null ? [] : [{ itemId, resourceId, units }],
    ),
  }
}
