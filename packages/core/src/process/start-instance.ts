import { err, type Id, type Instant, ok, type Result } from '../kernel/index.ts'
import { instanceFact, type ProcessContext, type ProcessDecision } from './decision.ts'
import type { ProcessInstance } from './instance.ts'
import { openStep } from './open-step.ts'
import { presentSteps } from './step.ts'

/** What a new instance is made of. */
export type NewInstance = {
  readonly id: Id<'ProcessInstance'>
  readonly process: {
    readonly id: Id<'Container'>
    readonly name: string
    readonly state: 'planned' | 'active' | 'closed'
  }
  readonly number: number
  readonly title: string
  readonly dueAt: Instant | null
  readonly startedBy: Id<'Person'> | null
}

/**
 * Starts an instance at the first of the present steps. It goes through the steps that are there
 * now, in their present order, whatever becomes of the list later.
 *
 * @param context its `steps` hold those of the process
 * @returns refused with `process.closed` or `process.no_steps`
 */
export function startInstance(input: NewInstance, context: ProcessContext): Result<ProcessDecision> {
  const { process, ...given } = input
  if (process.state === 'closed') return err({ code: 'process.closed', params: { name: process.name } })
  const own = [...context.steps.values()].filter((step) => step.processId === process.id)
  const stepIds = presentSteps(own).map((step) => step.id)
  const [firstStepId] = stepIds
  if (firstStepId === undefined) return err({ code: 'process.no_steps', params: { name: process.name } })
  const instance: ProcessInstance = {
    ...given,
    processId: process.id,
    state: 'running',
    stepIds,
    startedAt: context.now,
    endedAt: null,
    version: 1,
  }
  const first = openStep(instance, firstStepId, context)
  return ok({
    instance,
    activities: [first.activity],
    events: [instanceFact('process.started', { instance }, context), first.event],
    effects: [first.effect],
  })
}
