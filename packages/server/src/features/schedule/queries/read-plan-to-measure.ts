import type { BaselineView } from '@millrace/contract'
import { type BaselineItem, type LaterSum, sumLater } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { Baseline } from '../store/baselines.ts'
import { findBaselinesOf, findLastBaselines, readItemsOfBaselines } from './find-baselines.ts'
import { findWorkingCalendars } from './find-calendars.ts'
import { findProjectsInWaves } from './find-packages.ts'
import { findPhasesOf } from './find-phases.ts'
import { findPlanStates, type PlanState } from './find-plan-states.ts'
import { readPackages } from './read-packages.ts'
import { readPlanRows } from './read-plan-rows.ts'
import type { ReadPlan } from './read-project-plan.ts'

/** The plan of a project, with a baseline that it can be measured by. */
export type PlanToMeasure = {
  readonly plan: Pick<ReadPlan, 'rows' | 'calendars' | 'settings' | 'timeZone' | 'laterPhaseIds'>
  /** What its later phases take; null: it has none. */
  readonly later: LaterSum | null
  readonly baseline: Omit<BaselineView, 'containerId'>
  readonly baselineItems: readonly BaselineItem[]
}

/** Null: what is no project; a baseline that there is not. */
export type FoundToMeasure = PlanToMeasure | null | 'no-baseline'

/** The plan of a project with one of its baselines, by default the last. */
export async function readPlanToMeasure(
  tx: Tx,
  organisationId: string,
  { projectId, baselineId }: { readonly projectId: string; readonly baselineId: string | undefined },
): Promise<FoundToMeasure> {
  const states = await findPlanStates(tx, organisationId, [projectId])
  if (!states.has(projectId)) return null
  const baselines = await findBaselinesOf(tx, organisationId, projectId)
  const baseline = baselineId === undefined ? baselines.at(-1) : baselines.find(({ id }) => id === baselineId)
  if (!baseline) return 'no-baseline'
  const plans = await readPlansBy(tx, organisationId, { states, baselines: new Map([[projectId, baseline]]) })
  return plans.get(projectId) ?? null
}

/** The plans of some projects with their last baselines; those without one are absent. */
export async function readPlansToMeasure(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, PlanToMeasure>> {
  const baselines = await findLastBaselines(tx, organisationId, projectIds)
  const states = await findPlanStates(tx, organisationId, [...baselines.keys()])
  return await readPlansBy(tx, organisationId, { states, baselines })
}

type By = {
  readonly states: ReadonlyMap<string, PlanState>
  readonly baselines: ReadonlyMap<string, Baseline>
}

async function readPlansBy(
  tx: Tx,
  organisationId: string,
  { states, baselines }: By,
): Promise<ReadonlyMap<string, PlanToMeasure>> {
  const ids = [...baselines.keys()]
  const rows = await readPlanRows(tx, organisationId, ids)
  const inWaves = await findProjectsInWaves(tx, organisationId, ids)
  const phases = Map.groupBy(await findPhasesOf(tx, organisationId, ids), ({ projectId }) => projectId)
  const packages = await readPackages(tx, organisationId, [...inWaves])
  const calendars = await findWorkingCalendars(tx, organisationId, ids)
  const items = await readItemsOfBaselines(
    tx,
    organisationId,
    [...baselines.values()].map(({ id }) => id),
  )
  return new Map(
    [...baselines].flatMap(([projectId, { id, number, name, takenAt }]) => {
      const state = states.get(projectId)
      if (!state) return []
      const own = phases.get(projectId) ?? []
      const later = inWaves.has(projectId) ? own.filter((phase) => phase.state === 'later') : []
      const plan = {
        rows: rows.get(projectId) ?? [],
        calendars: calendars.get(projectId) ?? [],
        settings: state.settings,
        timeZone: state.timeZone,
        laterPhaseIds: new Set(later.map((phase) => phase.id)),
      }
      const measured: PlanToMeasure = {
        plan,
        later: sumLater({ plan, phases: own, packages }),
        baseline: { id, number, name, takenAt },
        baselineItems: items.get(id) ?? [],
      }
      return [[projectId, measured] as const] // A pair.
    }),
  )
}
