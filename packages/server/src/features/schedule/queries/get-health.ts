import { operations, type PlanHealthView, type PlanRowView, type ResourceView } from '@millrace/contract'
import { assessHealth, type HealthCheck, healthPlanOf } from '@millrace/core/schedule'
import { demand, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { findBaselinesOf, readBaselineItems } from './find-baselines.ts'
import { findPlanFigures, NO_FINDINGS } from './find-plan-figures.ts'
import { findPlanStates } from './find-plan-states.ts'
import { findUsualEfforts } from './find-usual-efforts.ts'
import { readOutsideWork } from './read-outside-work.ts'
import { readProjectPlan } from './read-project-plan.ts'

/** What a check found is named so far; the count says how much there is. */
const FIRST = 50

/** How sound the plan of a project is. */
export const getHealth = query(operations['schedule.getHealth'], async (context, { containerId }) => {
  const { tx, organisationId, principal, now } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const state = (await findPlanStates(tx, organisationId, [containerId])).get(containerId)
  if (!state) return refuse('platform.not_found', { what: 'project' })
  const { isScheduled, isCurrent, refusal } = state.settings
  const isCalculated = isScheduled && isCurrent && refusal === null
  const plan = await readProjectPlan(tx, organisationId, { projectId: containerId, state })
  const { figures } = isCalculated ? await findPlanFigures(tx, organisationId, containerId) : NO_FINDINGS
  const { resources } = plan
  const outside = await readOutsideWork(tx, organisationId, { projectId: containerId, resources })
  const baseline = await readLastFinishes(context, containerId)
  const statusAt = plan.settings.statusAt ?? now
  const health = assessHealth(
    healthPlanOf({
      plan: { ...plan, rows: plan.rows.map((row) => ({ ...row, ...figures.get(row.itemId) })) },
      baselineFinishes: baseline.finishes,
      outside,
      usualEffortIds: await findUsualEfforts(tx, organisationId, containerId),
      statusAt,
    }),
  )
  const name = namer(plan.rows, resources)
  return {
    statusAt,
    isCalculated,
    baselineId: baseline.id,
    ...health,
    checks: health.checks.map(({ ids, ...check }) => ({
      ...check,
      first: ids.slice(0, FIRST).map((id) => name(check.of, id)),
    })),
  }
})

async function readLastFinishes({ tx, organisationId }: QueryContext, projectId: string) {
  const last = (await findBaselinesOf(tx, organisationId, projectId)).at(-1)
  const items = last ? await readBaselineItems(tx, organisationId, last.id) : []
  const finishes = items.flatMap(({ itemId, finishAt }): readonly (readonly [string, number])[] =>
    finishAt === null ? [] : [[itemId, finishAt]],
  )
  return { id: last?.id ?? null, finishes: new Map(finishes) }
}

type Finding = PlanHealthView['checks'][number]['first'][number]

/** Names what a check found; a link by both its ends. */
function namer(rows: readonly PlanRowView[], resources: readonly ResourceView[]) {
  const items = new Map(rows.map(({ itemId, key, title }) => [itemId, { itemId, key, title }]))
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  const itemOf = (itemId: string) => items.get(itemId) ?? { itemId, key: '', title: '' }
  return (of: HealthCheck['of'], id: string): Finding => {
    // A skill is its own name.
    if (of === 'resource') return { itemId: null, key: '', title: names.get(id) ?? id, from: null }
    if (of === 'item') return { ...itemOf(id), from: null }
    const [from = '', to = ''] = id.split('>')
    return { ...itemOf(to), from: itemOf(from) }
  }
}
