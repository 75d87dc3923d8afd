import { operations, type PlanRowView } from '@millrace/contract'
import { chainOfProject } from '@millrace/core/schedule'
import { accepted, demand, query, refuse } from '../../../platform/commands/index.ts'
import { chainPoolOf } from '../chain-pool-of.ts'
import { findPlanStates } from './find-plan-states.ts'
import { readForecastFacts } from './read-forecast-facts.ts'

/** The critical chain of a project with its buffers, as the plan lies now. */
export const getChain = query(operations['schedule.getChain'], async (context, { containerId, rule }) => {
  const { tx, organisationId, principal, now } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!state) return refuse('platform.not_found', { what: 'project' })
  // A plan that cannot be calculated says so itself.
  if (state.settings.refusal !== null) return { chain: null }
  const { plan, ranges } = await readForecastFacts(tx, organisationId, { projectId: containerId, state })
  const statusAt = plan.settings.statusAt ?? now
  const found = accepted(chainOfProject({ plan, ranges, rule, statusAt, pool: chainPoolOf(plan) }))
  if (found === null) return { chain: null }
  const rows = new Map(plan.rows.map((row) => [row.itemId, row]))
  const named = (ids: readonly string[]) => ids.flatMap((id) => nameOf(rows.get(id)))
  const { chain, feeding, ...rest } = found
  return {
    chain: {
      ...rest,
      chain: named(chain),
      feeding: feeding.map((each) => ({ ...each, chain: named(each.chain), joins: named(each.joins) })),
    },
  }
})

function nameOf(row: PlanRowView | undefined) {
  return row ? [{ itemId: row.itemId, key: row.key, title: row.title }] : []
}
