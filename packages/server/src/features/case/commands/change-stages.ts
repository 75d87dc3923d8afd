import { operations } from '@millrace/contract'
import { type CaseStage, changeStage as decideChange, STAGES_MAX, type StageFact } from '@millrace/core/case'
import type { Event } from '@millrace/core/kernel'
import { rankAtEnd } from '@millrace/core/work'
import {
  accepted,
  checkVersion,
  command,
  demand,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { caseFor } from '../policy.ts'
import { presentStage } from '../present.ts'
import { countRequiredOpenInStages } from '../queries/count-required.ts'
import { lockCases } from '../queries/find-cases.ts'
import { countStages } from '../queries/find-stages.ts'
import { insertStages, lockStages, updateStages } from '../store/stages.ts'

/** Adds stages to cases, each at the end unless it has a place of its own. */
export const addStage = command(operations['case.addStage'], async (unit, inputs) => {
  const caseIds = [...new Set(inputs.map((input) => input.containerId))]
  const cases = await lockCases(unit, caseIds)
  const counts = await countStages(unit.tx, unit.organisationId, caseIds)
  const stages = inputs.map((input, index): CaseStage => {
    const { name, state, id: caseId } = caseFor(unit, cases, { id: input.containerId, index })
    if (state === 'closed') refuse('case.closed', { name }, index)
    const count = (counts.get(caseId) ?? 0) + 1
    if (count > STAGES_MAX) refuse('case.too_many_stages', { max: STAGES_MAX }, index)
    counts.set(caseId, count)
    const rank = input.rank ?? rankAtEnd(unit.now, index)
    const fresh = { state: 'available', enteredAt: null, completedAt: null, version: 1 } as const
    return { ...fresh, id: input.id, caseId, name: input.name, rank }
  })
  await insertStages(unit, stages)
  unit.record(stages.map((stage) => stageEvent(unit, 'case.stage_added', stage)))
  return stages.map(presentStage)
})

/** Changes stages. */
export const changeStage = command(operations['case.changeStage'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  const stages = await lockStages(unit, ids)
  const requiredOpen = await countRequiredOpenInStages(unit.tx, unit.organisationId, ids)
  inputs.forEach((input, index) => {
    const stage = stages.get(input.id)
    if (!stage) return refuse('platform.not_found', { what: 'stage' }, index)
    const containerIds = [stage.caseId]
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'stage' }, index)
    checkVersion({ version: stage.version, what: 'stage' }, input, index)
    const context = { now: unit.now, requiredOpen: requiredOpen.get(stage.id) ?? 0 }
    const decision = accepted(decideChange(stage, input.patch, context), index)
    stages.set(stage.id, decision.stage)
    unit.record(decision.facts.map((fact) => stageEvent(unit, fact, decision.stage)))
  })
  await updateStages(unit, [...stages.values()])
  return ids.map((id, index) => {
    const stage = stages.get(id)
    return stage ? presentStage(stage) : refuse('platform.not_found', { what: 'stage' }, index)
  })
})

function stageEvent(unit: Unit, kind: StageFact | 'case.stage_added', stage: CaseStage): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'stage', id: stage.id },
    containerId: stage.caseId,
    data: { stage },
  }
}
