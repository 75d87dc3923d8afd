import { err, ok, type Result } from '../kernel/index.ts'
import { activityFact, instanceFact, type ProcessContext, type ProcessDecision } from './decision.ts'
import type { InstanceSnapshot, ProcessInstance } from './instance.ts'

/**
 * Ends an instance before its time: what is open in it closes, and its items are archived.
 *
 * @returns refused with `process.instance_over`
 */
export function cancelInstance(snapshot: InstanceSnapshot, context: ProcessContext): Result<ProcessDecision> {
  const { instance } = snapshot
  const { title, state, processId } = instance
  if (state !== 'running') return err({ code: 'process.instance_over', params: { title, state } })
  const open = snapshot.activities.filter((activity) => activity.closedAt === null)
  const cancelled: ProcessInstance = {
    ...instance,
    state: 'cancelled',
    endedAt: context.now,
    version: instance.version + 1,
  }
  return ok({
    instance: cancelled,
    activities: snapshot.activities.map((activity) =>
      activity.closedAt === null ? { ...activity, closedAt: context.now } : activity,
    ),
    events: [
      instanceFact('process.cancelled', { instance }, context),
      ...open.map((activity) => activityFact('process.activity_closed', { processId, activity }, context)),
    ],
    effects: open.map((activity) => ({ kind: 'archive-work-item', itemId: activity.itemId })),
  })
}
