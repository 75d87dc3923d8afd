import type { ResourceView } from '@millrace/contract'
import { refuse } from '../../platform/commands/index.ts'
import { doesWork } from './item-plans.ts'
import { isAssignable } from './policy.ts'
import type { AssignmentRow } from './queries/find-assignments.ts'

/** Who does some work, and who else may; the kind is that of whoever did it so far. */
type Taker = Pick<AssignmentRow, 'resourceId' | 'alternatives' | 'kind'>

type Where = { readonly item: string; readonly containerId: string; readonly index: number }

/** Goes on only if whoever is to do something can be assigned in the project; nobody in particular needs a skill. */
export function demandTaker(
  resources: ReadonlyMap<string, ResourceView>,
  { resourceId, alternatives, kind }: Taker,
  { item, containerId, index }: Where,
): void {
  if (resourceId === null) {
    if (alternatives?.kind !== 'skill') refuse('schedule.taker_missing', { item }, index)
    return
  }
  const resource = resources.get(resourceId)
  if (!isAssignable(resource, containerId) || doesWork(resource.kind) !== doesWork(kind)) {
    refuse('schedule.resource_unknown', { item }, index)
  }
}
