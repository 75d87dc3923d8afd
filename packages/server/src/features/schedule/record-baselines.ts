import type { Event } from '@millrace/core/kernel'
import { type ItemCost, snapshotBaseline } from '@millrace/core/schedule'
import type { Unit } from '../../platform/commands/index.ts'
import { readLastNumbers } from './queries/find-baselines.ts'
import { readItemCosts } from './queries/read-item-costs.ts'
import { readPlanRows } from './queries/read-plan-rows.ts'
import { type Baseline, insertBaselineItems, insertBaselines } from './store/baselines.ts'

/** Takes down plans as they are now; their projects are locked, so that numbers follow each other. */
export async function recordBaselines(
  unit: Unit,
  wanted: readonly Pick<Baseline, 'id' | 'projectId' | 'name'>[],
): Promise<readonly Baseline[]> {
  const { tx, organisationId } = unit
  const projectIds = [...new Set(wanted.map(({ projectId }) => projectId))]
  const numbers = new Map(await readLastNumbers(tx, organisationId, projectIds))
  const baselines = wanted.map(({ id, projectId, name }): Baseline => {
    const number = (numbers.get(projectId) ?? 0) + 1
    numbers.set(projectId, number)
    return { id, projectId, number, name, takenAt: unit.now }
  })
  const plans = await readPlanRows(tx, organisationId, projectIds)
  const costs = await readItemCosts(tx, organisationId, projectIds)
  await insertBaselines(unit, baselines)
  await insertBaselineItems(
    unit,
    baselines.flatMap(({ id, projectId }) =>
      snapshotBaseline(plans.get(projectId) ?? []).map((item) => ({
        ...item,
        costMinor: item.costMinor ?? sumOf(costs.get(item.itemId)),
        baselineId: id,
      })),
    ),
  )
  unit.record(baselines.map((baseline) => baselineEvent(unit, baseline)))
  return baselines
}

/** What the work of those assigned costs, where nobody said what it costs. */
function sumOf(cost: ItemCost | undefined): number | null {
  return cost ? cost.fixedMinor + cost.runningMinor : null
}

function baselineEvent(unit: Unit, baseline: Baseline): Event {
  return {
    id: unit.newId<'Event'>(),
    kind: 'schedule.baseline_taken',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'baseline', id: baseline.id },
    containerId: baseline.projectId,
    data: { number: baseline.number, name: baseline.name },
  }
}
