import type { Id } from '../kernel/index.ts'
import {
  activityFact,
  instanceFact,
  type ProcessContext,
  type ProcessDecision,
  unchanged,
} from './decision.ts'
import type { Activity, InstanceSnapshot, ProcessInstance } from './instance.ts'
import { openStep } from './open-step.ts'

/**
 * Lets an instance go on: the step is over, the next one opens, and after the last one the instance
 * is finished. Steps follow each other in a line.
 *
 * @param completedStepId the step whose item was finished; a step that is not open changes nothing
 */
export function advance(
  snapshot: InstanceSnapshot,
  completedStepId: Id<'ProcessStep'>,
  context: ProcessContext,
): ProcessDecision {
  const { instance } = snapshot
  const open = snapshot.activities.find(
    (activity) => activity.stepId === completedStepId && activity.closedAt === null,
  )
  if (instance.state !== 'running' || !open) return unchanged(snapshot)
  const closed: Activity = { ...open, closedAt: context.now }
  const activities = snapshot.activities.map((activity) => (activity === open ? closed : activity))
  const events = [
    activityFact('process.activity_closed', { processId: instance.processId, activity: closed }, context),
  ]
  const nextStepId = stepAfter(instance, completedStepId)
  if (nextStepId === undefined) {
    const finished: ProcessInstance = {
      ...instance,
      state: 'finished',
      endedAt: context.now,
      version: instance.version + 1,
    }
    return {
      instance: finished,
      activities,
      events: [...events, instanceFact('process.finished', { instance }, context)],
      effects: [],
    }
  }
  const next = openStep(instance, nextStepId, context)
  return {
    instance,
    activities: [...activities, next.activity],
    events: [...events, next.event],
    effects: [next.effect],
  }
}

/** The step that comes after this one in the instance's own order, if one does. */
export function stepAfter(
  { stepIds }: ProcessInstance,
  stepId: Id<'ProcessStep'>,
): Id<'ProcessStep'> | undefined {
  const place = stepIds.indexOf(stepId)
  return place < 0 ? undefined : stepIds[place + 1]
}
