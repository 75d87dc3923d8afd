import { operations } from '@millrace/contract'
import { answerDecision } from '@millrace/core/process'
import { command, refuse } from '../../../platform/commands/index.ts'
import { DecisionShelf } from '../decisions/decision-shelf.ts'
import { homeFor } from '../policy.ts'
import { findHomes } from '../queries/find-homes.ts'
import { readDecisionLogLines } from '../queries/read-decision-log.ts'
import { insertDecisionLog } from '../store/decision-log.ts'

/** Asks published decisions of processes, on behalf of a person or a program. */
export const evaluateDecision = command(operations['process.evaluateDecision'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const processIds = [...new Set(inputs.map(({ containerId }) => containerId))]
  const homes = await findHomes(unit, processIds)
  const zones = inputs.map(
    ({ containerId: id }, index) => homeFor(unit, homes, { id, permission: 'item.write', index }).timeZone,
  )
  const shelf = await DecisionShelf.load(tx, organisationId, processIds)
  const versions = inputs.map(({ containerId, key, number }, index) => {
    const asked = { key, binding: number ?? ('latest' as const), deployedAt: null }
    return shelf.find(containerId, asked) ?? refuse('process.decision_unknown', { key }, index)
  })
  await shelf.open(tx, versions)
  const lines = inputs.map(({ containerId, key, inputs: variables }, index) => {
    const version = versions[index]
    const program = version ? shelf.programOf(version) : null
    if (!version || !program) return refuse('process.decision_unknown', { key }, index)
    const entry = answerDecision({ program, key }, variables, {
      now: unit.now,
      zone: zones[index] ?? 'UTC',
    })
    const { decisionId, number } = version
    const id: string = unit.newId<'DecisionLog'>()
    return { ...entry, id, processId: containerId, decisionId, number, key, asker: null }
  })
  insertDecisionLog(unit, lines)
  const ids = lines.map(({ id }) => id)
  const written = await readDecisionLogLines(tx, organisationId, ids)
  return ids.map((id, index) => written.get(id) ?? refuse('platform.not_found', { what: 'decision' }, index))
})
