import type { InstanceView, ProcessActivityView } from '@millrace/contract'
import type { Activity, InstanceSnapshot } from '@millrace/core/process'

/** An instance as people see it. */
export function presentInstance({ instance, activities }: InstanceSnapshot): InstanceView {
  const { processId, ...rest } = instance
  return { ...rest, containerId: processId, activities: activities.map(presentActivity) }
}

/** An activity as people see it. */
export function presentActivity(activity: Activity): ProcessActivityView {
  const { id, instanceId, stepId, itemId, openedAt, closedAt } = activity
  return { id, instanceId, stepId, itemId, openedAt, closedAt }
}
