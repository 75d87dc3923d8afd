import { type EarnedValueView, operations } from '@millrace/contract'
import type { MeasuredProject } from '@millrace/core/cost'
import { addDays, isPlainDate } from '@millrace/core/kernel'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { dayStart } from '../../../platform/time-zone.ts'
import { type PlanToMeasure, readPlanToMeasure } from '../../schedule/index.ts'
import { factsOf, measureBy, presentMeasured, readFacts } from '../measure-by.ts'
import type { ValuedItems } from '../value-items.ts'
import type { Earning } from './read-earned-facts.ts'

/** What a project earned and cost, against what a baseline had planned. */
export const getEarnedValue = query(operations['cost.getEarnedValue'], async (context, input) => {
  const { tx, organisationId, principal, now } = context
  const { containerId, baselineId, statusOn } = input
  if (statusOn !== undefined && !isPlainDate(statusOn)) refuse('cost.day_wrong', { day: statusOn })
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'project' })
  const measured = await readPlanToMeasure(tx, organisationId, { projectId: containerId, baselineId })
  if (measured === null) return refuse('platform.not_found', { what: 'project' })
  if (measured === 'no-baseline') {
    return baselineId === undefined ? { value: null } : refuse('platform.not_found', { what: 'baseline' })
  }
  const { plan } = measured
  const statusAt =
    statusOn === undefined ? (plan.settings.statusAt ?? now) : dayStart(addDays(statusOn, 1), plan.timeZone)
  const facts = await readFacts(tx, organisationId, [containerId])
  const found = measureBy(measured, factsOf(facts, containerId), statusAt)
  if (found === null) return { value: null }
  const { valued, result } = found
  const { earnings, spent } = facts
  const names = new Map(plan.rows.map((row) => [row.itemId, row]))
  return {
    value: {
      ...seriesOf(valued, result),
      ...presentMeasured(found, statusAt),
      baseline: measured.baseline,
      rows: rowsOf(measured, result, earnings),
      unknown: result.unknownIds.flatMap((itemId) => {
        const row = names.get(itemId)
        return row ? [{ itemId, key: row.key, title: row.title }] : []
      }),
      unpricedMin: valued.unit === 'money' ? sumOf(spent.map(({ unpricedMin }) => unpricedMin)) : 0,
    },
  }
})

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/** The lines over time. */
function seriesOf(
  { periods }: ValuedItems,
  { planned, earned, actual }: MeasuredProject,
): Pick<EarnedValueView, 'periodEndsAt' | 'planned' | 'earned' | 'actual'> {
  return { periodEndsAt: periods.edges.slice(1), planned, earned, actual }
}

const USUAL: Omit<Earning, 'itemId'> = {
  ...{ rule: 'percent', weight: null, unitsDone: null, unitsTotal: null, restMinor: null, restMin: null },
}

/** Rows with something planned or spent, and milestones that something above them earns by. */
function rowsOf(
  { plan }: PlanToMeasure,
  { byItem }: MeasuredProject,
  earnings: ReadonlyMap<string, Earning>,
): EarnedValueView['rows'] {
  const weighed = new Set(
    plan.rows.flatMap(({ itemId }) => (earnings.get(itemId)?.rule === 'milestones' ? [itemId] : [])),
  )
  return plan.rows.flatMap(({ itemId, parentId, wbs, key, title, level, isSummary, isMilestone }) => {
    const own = byItem.get(itemId)
    const isWeighed = isMilestone && parentId !== null && weighed.has(parentId)
    if (!own || (own.budgetAtCompletion <= 0 && own.actualCost <= 0 && !isWeighed)) return []
    const { itemId: _itemId, ...earning } = earnings.get(itemId) ?? { itemId, ...USUAL }
    return [{ itemId, wbs, key, title, level, isSummary, isWeighed, ...earning, ...own }]
  })
}
