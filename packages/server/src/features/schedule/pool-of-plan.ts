import type { AssignmentView, ResourceView } from '@millrace/contract'
import type { PlanAssignment, PlanResource, ResourceKind } from '@millrace/core/schedule'

const KINDS: Readonly<Record<Exclude<ResourceView['kind'], 'cost'>, ResourceKind>> = {
  work: 'person',
  material: 'material',
  machine: 'machine',
}

/** Who and what works on a plan, as core loads and levels them. What only costs takes no time. */
export function poolOfPlan(
  resources: readonly ResourceView[],
  assignments: readonly AssignmentView[],
): { readonly resources: readonly PlanResource[]; readonly assignments: readonly PlanAssignment[] } {
  return {
    resources: resources.flatMap(({ id, kind, calendarId, maxUnits }): readonly PlanResource[] =>
      kind === 'cost' ? [] : [{ id, kind: KINDS[kind], calendarId, maxUnits }],
    ),
    assignments: assignments.map(({ id, itemId, resourceId, units, workMin }) => {
      return { id, itemId, resourceId, units, workMin: workMin > 0 ? workMin : null }
    }),
  }
}
