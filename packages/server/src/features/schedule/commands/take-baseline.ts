import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { snapshotBaseline } from '@millrace/core/schedule'
import { command, type Unit } from '../../../platform/commands/index.ts'
import { projectFor } from '../policy.ts'
import { presentBaseline } from '../present.ts'
import { readLastNumbers } from '../queries/find-baselines.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { readPlanRows } from '../queries/read-plan-rows.ts'
import { type Baseline, insertBaselineItems, insertBaselines } from '../store/baselines.ts'

/** Takes down plans as they are now. */
export const takeBaseline = command(operations['schedule.takeBaseline'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projectIds = [...new Set(inputs.map((input) => input.containerId))]
  const projects = await lockProjects(unit, projectIds)
  const numbers = await readLastNumbers(tx, organisationId, projectIds)
  const baselines = inputs.map((input, index): Baseline => {
    const { id: projectId } = projectFor(unit, projects, { id: input.containerId, index })
    const number = (numbers.get(projectId) ?? 0) + 1
    numbers.set(projectId, number)
    return { id: input.id, projectId, number, name: input.name, takenAt: unit.now }
  })
  const plans = await readPlanRows(tx, organisationId, projectIds)
  await insertBaselines(unit, baselines)
  await insertBaselineItems(
    unit,
    baselines.flatMap(({ id, projectId }) =>
      snapshotBaseline(plans.get(projectId) ?? []).map((item) => ({ ...item, baselineId: id })),
    ),
  )
  unit.record(baselines.map((baseline) => baselineEvent(unit, baseline)))
  return baselines.map(presentBaseline)
})

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
