import type { Id } from '../kernel/index.ts'
import { stepAfter } from './advance.ts'
import {
  activityFact,
  instanceFact,
  type ProcessContext,
  type ProcessDecision,
  unchanged,
} from './decision.ts'
import type { Activity, InstanceSnapshot } from './instance.ts'

/** What reopening needs to know besides the instance. */
export type ReopenContext = ProcessContext & {
  /** Items of the instance that somebody has begun to work on. */
  readonly startedItemIds: ReadonlySet<Id<'WorkItem'>>
}

/**
 * Takes a step back, because its item was reopened: while the next step has not been started, its
 * item is withdrawn and the step is open again; a finished instance runs again. Otherwise the
 * instance has gone on, and the reopened item is a matter of its own.
 */
export function reopenStep(
  snapshot: InstanceSnapshot,
  itemId: Id<'WorkItem'>,
  context: ReopenContext,
): ProcessDecision {
  const { instance } = snapshot
  const closed = snapshot.activities.findLast(
    (activity) => activity.itemId === itemId && activity.closedAt !== null,
  )
  if (!closed || instance.state === 'cancelled') return unchanged(snapshot)
  const nextStepId = stepAfter(instance, closed.stepId)
  const reopened = reopen(snapshot, closed, context)
  if (instance.state === 'finished') {
    return nextStepId === undefined ? resumed(reopened, context) : unchanged(snapshot)
  }
  const next = snapshot.activities.find((activity) => activity.closedAt === null)
  if (next?.stepId !== nextStepId || next === undefined || context.startedItemIds.has(next.itemId)) {
    return unchanged(snapshot)
  }
  const withdrawn = activityFact(
    'process.activity_withdrawn',
    { processId: instance.processId, activity: next },
    context,
  )
  return {
    ...reopened,
    activities: reopened.activities.filter((activity) => activity !== next),
    events: [withdrawn, ...reopened.events],
    effects: [{ kind: 'archive-work-item', itemId: next.itemId }],
  }
}

function reopen(snapshot: InstanceSnapshot, closed: Activity, context: ProcessContext): ProcessDecision {
  const activity: Activity = { ...closed, closedAt: null }
  const { processId } = snapshot.instance
  return {
    instance: snapshot.instance,
    activities: snapshot.activities.map((other) => (other === closed ? activity : other)),
    events: [activityFact('process.activity_reopened', { processId, activity }, context)],
    effects: [],
  }
}

function resumed(decision: ProcessDecision, context: ProcessContext): ProcessDecision {
  const { instance } = decision
  return {
    ...decision,
    instance: { ...instance, state: 'running', endedAt: null, version: instance.version + 1 },
    events: [instanceFact('process.resumed', { instance }, context), ...decision.events],
  }
}
