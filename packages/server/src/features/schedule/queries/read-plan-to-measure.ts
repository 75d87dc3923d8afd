import type { BaselineView } from '@millrace/contract'
import type { BaselineItem, Phase } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findBaselinesOf, readBaselineItems } from './find-baselines.ts'
import { findPhasesOf } from './find-phases.ts'
import { findPlanStates } from './find-plan-states.ts'
import { type ReadPlan, readProjectPlan } from './read-project-plan.ts'

/** The plan of a project, with a baseline that it can be measured by. */
export type PlanToMeasure = {
  readonly plan: ReadPlan
  readonly timeZone: string
  readonly phases: readonly Phase[]
  /** Null: there is none, or not that one. */
  readonly baseline: Omit<BaselineView, 'containerId'> | null
  readonly baselineItems: readonly BaselineItem[]
}

/** The plan of a project with one of its baselines, by default the last; null for what is no project. */
export async function readPlanToMeasure(
  tx: Tx,
  organisationId: string,
  { projectId, baselineId }: { readonly projectId: string; readonly baselineId: string | undefined },
): Promise<PlanToMeasure | null> {
  const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
  if (!state) return null
  const baselines = await findBaselinesOf(tx, organisationId, projectId)
  const baseline = baselineId === undefined ? baselines.at(-1) : baselines.find(({ id }) => id === baselineId)
  return {
    plan: await readProjectPlan(tx, organisationId, { projectId, state }),
    timeZone: state.timeZone,
    phases: await findPhasesOf(tx, organisationId, [projectId]),
    baseline: baseline ? withoutProject(baseline) : null,
    baselineItems: baseline ? await readBaselineItems(tx, organisationId, baseline.id) : [],
  }
}

function withoutProject({ id, number, name, takenAt }: Omit<BaselineView, 'containerId'>) {
  return { id, number, name, takenAt }
}
