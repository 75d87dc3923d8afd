import { operations } from '@millrace/contract'
import { checkCase, explainOutcome } from '@millrace/core/decision'
import { isId } from '@millrace/core/kernel'
import { demand, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { presentDecisions, presentSummary } from '../decisions/present-decisions.ts'
import { modelOf } from '../decisions/publishable.ts'
import { compileDecision } from '../decisions/read-decision.ts'
import type { DecisionModel } from '../store/decisions.ts'
import { findDecisionCases, findDecisions, findDecisionsOf, findVersionFiles } from './find-decisions.ts'
import { demandProcess } from './get-process.ts'
import { readDecisionLog } from './read-decision-log.ts'

async function readable(context: QueryContext, id: string): Promise<DecisionModel> {
  const { tx, organisationId, principal } = context
  const found = (await findDecisions(tx, organisationId, [id])).get(id)
  if (!found) return refuse('platform.not_found', { what: 'decision' })
  const containerIds = [found.model.processId]
  demand(principal.access, { permission: 'container.read', containerIds, what: 'decision' })
  return found.model
}

/** The decision models of a process. */
export const listDecisions = query(operations['process.listDecisions'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId } = context
  const found = await findDecisionsOf(tx, organisationId, [containerId])
  return { decisions: found.map(presentSummary) }
})

/** One decision model with everything that stands beside it. */
export const getDecision = query(operations['process.getDecision'], async (context, { id }) => {
  await readable(context, id)
  const [view] = await presentDecisions(context, [id])
  return view ?? refuse('platform.not_found', { what: 'decision' })
})

/** The file of a published version. */
export const getDecisionVersion = query(
  operations['process.getDecisionVersion'],
  async (context, { id, number }) => {
    await readable(context, id)
    const { tx, organisationId } = context
    const [file] = await findVersionFiles(tx, organisationId, [{ decisionId: id, number }])
    return { dmn: file?.xml ?? refuse('platform.not_found', { what: 'decision' }) }
  },
)

/** Tries the examples of a decision model on its draft. */
export const runDecisionCases = query(operations['process.runDecisionCases'], async (context, { id }) => {
  const draft = await readable(context, id)
  const { tx, organisationId, organisation, now } = context
  const own = modelOf(draft, 0)
  const besides = (await findDecisionsOf(tx, organisationId, [draft.processId]))
    .filter(({ model }) => model.id !== id && model.archivedAt === null)
    .map(({ model }) => modelOf(model, 0))
  const program = compileDecision(own, besides)
  const moment = { now, zone: organisation?.timeZone ?? 'UTC' }
  const cases = await findDecisionCases(tx, organisationId, [id])
  return {
    results: cases.map((one) => {
      const decision = own.decisions.find((each) => each.id === one.key)?.name ?? one.key
      const { passes, outcome } = checkCase(program, { ...one, decision }, moment)
      return { id: one.id, name: one.name, passes, explanation: explainOutcome(outcome) }
    }),
  }
})

/** What the decisions of a process decided, the newest first. */
export const listDecisionLog = query(operations['process.listDecisionLog'], async (context, input) => {
  await demandProcess(context, input.containerId)
  const { cursor = null, limit } = input
  if (cursor !== null && !isId(cursor)) refuse('platform.cursor_wrong')
  const entries = await readDecisionLog(context.tx, context.organisationId, {
    ...{ processId: input.containerId, before: cursor, limit },
    ...{ decisionId: input.decisionId ?? null, instanceId: input.instanceId ?? null },
  })
  return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null }
})
