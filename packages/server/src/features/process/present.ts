import type { InstanceView, ModelView, ProcessActivityView } from '@millrace/contract'
import type { Activity, InstanceSnapshot } from '@millrace/core/process'
import type { ProcessModel } from './store/models.ts'

/** An instance as people see it. */
export function presentInstance({
  instance,
  activities,
}: Pick<InstanceSnapshot, 'instance' | 'activities'>): InstanceView {
  const { processId, parent, ...rest } = instance
  const parentId = parent?.instanceId ?? null
  return { ...rest, containerId: processId, parentId, activities: activities.map(presentActivity) }
}

/** An activity as people see it. */
export function presentActivity(activity: Activity): ProcessActivityView {
  const { id, instanceId, stepId, itemId, tokenId, openedAt, closedAt } = activity
  return { id, instanceId, stepId, itemId, tokenId, openedAt, closedAt }
}

/** A version of a model as people see it, without its file. */
export function presentModel({ processId, xml: _file, ...rest }: ProcessModel): ModelView {
  return { ...rest, containerId: processId }
}
