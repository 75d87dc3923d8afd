import { operations, type ParsedInputOf } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { removeStep as decideRemoval, type ProcessStep, STEPS_MAX } from '@millrace/core/process'
import { rankAtEnd } from '@millrace/core/work'
import {
  checkVersion,
  command,
  demand,
  patched,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { homeFor } from '../policy.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { countSteps, findUsedSteps, readSteps } from '../queries/find-steps.ts'
import { deleteSteps, insertSteps, lockSteps, updateSteps } from '../store/steps.ts'

type NewStep = ParsedInputOf<(typeof operations)['process.addStep']>

/** Adds steps to processes. */
export const addStep = command(operations['process.addStep'], async (unit, inputs) => {
  const processIds = [...new Set(inputs.map((input) => input.containerId))]
  const homes = await lockHomes(unit, processIds)
  const counts = await countSteps(unit.tx, unit.organisationId, processIds)
  const steps = inputs.map((input, index): ProcessStep => {
    homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    const count = (counts.get(input.containerId) ?? 0) + 1
    if (count > STEPS_MAX) refuse('process.too_many_steps', { max: STEPS_MAX }, index)
    counts.set(input.containerId, count)
    return newStep(unit, input, index)
  })
  await insertSteps(unit, steps)
  unit.record(steps.map((step) => stepEvent(unit, 'process.step_added', step)))
  return await present(unit, inputs)
})

function newStep(unit: Unit, input: NewStep, index: number): ProcessStep {
  return {
    id: input.id,
    processId: input.containerId,
    name: input.name,
    rank: input.rank ?? rankAtEnd(unit.now, index),
    teamId: input.teamId ?? null,
    responsibleId: input.responsibleId ?? null,
    expectedMin: input.expectedMin ?? null,
    effortMin: input.effortMin ?? null,
    practice: input.practice ?? null,
    role: input.role ?? null,
    artifact: input.artifact ?? null,
    archivedAt: null,
    version: 1,
  }
}

/** Changes steps: new instances take them in their new order, and every item to come as they are then. */
export const changeStep = command(operations['process.changeStep'], async (unit, inputs) => {
  const steps = await lockSteps(
    unit,
    inputs.map((input) => input.id),
  )
  inputs.forEach((input, index) => {
    const step = managed(unit, steps, { id: input.id, index })
    checkVersion({ version: step.version, what: 'step' }, input, index)
    if (step.archivedAt !== null) refuse('process.step_archived', { name: step.name }, index)
    steps.set(step.id, { ...patched(step, input.patch), version: step.version + 1 })
  })
  const changed = [...steps.values()]
  await updateSteps(unit, changed)
  unit.record(changed.map((step) => stepEvent(unit, 'process.step_changed', step)))
  return await present(unit, inputs)
})

/** Takes steps out of their processes. */
export const removeStep = command(operations['process.removeStep'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const steps = await lockSteps(unit, ids)
  const used = await findUsedSteps(unit.tx, unit.organisationId, ids)
  const fates = inputs.map((input, index) => {
    const step = managed(unit, steps, { id: input.id, index })
    return { step, fate: decideRemoval(step, { isUsed: used.has(step.id), now: unit.now }) }
  })
  await deleteSteps(
    unit,
    fates.flatMap(({ step, fate }) => (fate.outcome === 'removed' ? [step.id] : [])),
  )
  await updateSteps(
    unit,
    fates.flatMap(({ fate }) => (fate.outcome === 'archived' ? [fate.step] : [])),
  )
  unit.record(
    fates.map(({ step, fate }) =>
      fate.outcome === 'archived'
        ? stepEvent(unit, 'process.step_archived', fate.step)
        : stepEvent(unit, 'process.step_removed', step),
    ),
  )
  return fates.map(({ fate }) => ({ outcome: fate.outcome }))
})

function managed(
  unit: Unit,
  steps: ReadonlyMap<string, ProcessStep>,
  wanted: { readonly id: string; readonly index: number },
): ProcessStep {
  const step = steps.get(wanted.id)
  if (!step) return refuse('platform.not_found', { what: 'step' }, wanted.index)
  const containerIds = [step.processId]
  demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'step' }, wanted.index)
  return step
}

function stepEvent(
  unit: Unit,
  kind: `process.step_${'added' | 'changed' | 'archived' | 'removed'}`,
  step: ProcessStep,
): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'step', id: step.id },
    containerId: step.processId,
    data: { step },
  }
}

async function present(unit: Unit, inputs: readonly { readonly id: string }[]) {
  const ids = inputs.map((input) => input.id)
  const views = new Map((await readSteps(unit.tx, unit.organisationId, ids)).map((view) => [view.id, view]))
  return ids.map((id, index) => views.get(id) ?? refuse('platform.not_found', { what: 'step' }, index))
}
