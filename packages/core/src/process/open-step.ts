import type { Id } from '../kernel/index.ts'
import {
  activityFact,
  type ProcessContext,
  type ProcessEffect,
  type ProcessEvent,
  type StepItem,
} from './decision.ts'
import type { Activity, ProcessInstance } from './instance.ts'

const MINUTE_MS = 60_000

/** Brings an instance to a step: the activity, and the work item that carries it out. */
export function openStep(
  instance: ProcessInstance,
  stepId: Id<'ProcessStep'>,
  context: ProcessContext,
): { readonly activity: Activity; readonly event: ProcessEvent; readonly effect: ProcessEffect } {
  const item = itemFor(instance, stepId, context)
  const activity: Activity = {
    id: context.newId<'Activity'>(),
    instanceId: instance.id,
    stepId,
    itemId: item.id,
    openedAt: context.now,
    closedAt: null,
  }
  return {
    activity,
    event: activityFact('process.activity_opened', { processId: instance.processId, activity }, context),
    effect: { kind: 'open-work-item', item },
  }
}

function itemFor(instance: ProcessInstance, stepId: Id<'ProcessStep'>, context: ProcessContext): StepItem {
  const step = context.steps.get(stepId)
  if (!step) throw new TypeError(`the instance goes through step ${stepId}, which is not there`)
  const { responsibleId, teamId, effortMin, practice, role, artifact, expectedMin } = step
  return {
    id: context.newId<'WorkItem'>(),
    containerId: instance.processId,
    title: `${step.name}: ${instance.title}`,
    responsibleId,
    teamId,
    requesterId: instance.startedBy,
    effortMin,
    practice,
    role,
    artifact,
    dueOn: expectedMin === null ? null : context.dayOf(context.now + expectedMin * MINUTE_MS),
  }
}
