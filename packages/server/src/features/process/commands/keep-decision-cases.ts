import { operations } from '@millrace/contract'
import { command, refuse } from '../../../platform/commands/index.ts'
import { DecisionSet, decisionEvent } from '../decisions/decision-set.ts'
import { presentDecisions } from '../decisions/present-decisions.ts'
import { findDecisionCases } from '../queries/find-decisions.ts'
import { deleteDecisionCases, saveDecisionCases } from '../store/decisions.ts'

/** Examples beside one decision model. */
const CASES_MAX = 200

/** Puts examples beside decisions, or changes them. */
export const saveDecisionCase = command(operations['process.saveDecisionCase'], async (unit, inputs) => {
  const decisionIds = inputs.map(({ decisionId }) => decisionId)
  const set = await DecisionSet.load(unit, decisionIds)
  const models = decisionIds.map((id, index) => set.live(id, index))
  const known = await findDecisionCases(unit.tx, unit.organisationId, decisionIds)
  for (const [index, model] of models.entries()) {
    const before = known.filter((one) => one.decision_id === model.id).map(({ id }) => id)
    const after = inputs.filter((one) => one.decisionId === model.id).map(({ id }) => id)
    if (new Set([...before, ...after]).size > CASES_MAX)
      refuse('process.too_many_decision_cases', { max: CASES_MAX }, index)
  }
  const byId = new Map(inputs.map((input) => [input.id, { ...input, expected: input.expected ?? null }]))
  const saved = await saveDecisionCases(unit, [...byId.values()])
  inputs.forEach(({ id }, index) => {
    if (!saved.has(id)) refuse('platform.exists', { what: 'decision case' }, index)
  })
  unit.record(models.map((model) => decisionEvent(unit, 'process.decision_case_saved', model)))
  return await presentDecisions(unit, decisionIds)
})

/** Takes examples away. */
export const removeDecisionCase = command(operations['process.removeDecisionCase'], async (unit, inputs) => {
  const decisionIds = inputs.map(({ decisionId }) => decisionId)
  const set = await DecisionSet.load(unit, decisionIds)
  const models = decisionIds.map((id, index) => set.get(id, index))
  const gone = await deleteDecisionCases(unit, inputs)
  inputs.forEach(({ id }, index) => {
    if (!gone.has(id)) refuse('platform.not_found', { what: 'decision case' }, index)
  })
  unit.record(models.map((model) => decisionEvent(unit, 'process.decision_case_removed', model)))
  return await presentDecisions(unit, decisionIds)
})
