import type { PlanRowView, ResourceView } from '@millrace/contract'
import type { ProjectPlan } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { toWorkingCalendar } from '../working-calendars.ts'
import { hasRollingWave } from './find-packages.ts'
import { findPhasesOf } from './find-phases.ts'
import type { PlanState } from './find-plan-states.ts'
import { readAssignments, readCalendars, readLinks, readResources } from './read-plan-parts.ts'
import { readPlanRows } from './read-plan-rows.ts'

/** The plan of a project as core calculates it. */
export type ReadPlan = Omit<ProjectPlan, 'rows' | 'resources'> & {
  readonly rows: readonly PlanRowView[]
  readonly resources: readonly ResourceView[]
}

/** Everything that the dates of a project follow from, as of one moment. */
export async function readProjectPlan(
  tx: Tx,
  organisationId: string,
  { projectId, state }: { readonly projectId: string; readonly state: PlanState },
): Promise<ReadPlan> {
  const { timeZone, settings } = state
  const rows = (await readPlanRows(tx, organisationId, [projectId])).get(projectId) ?? []
  const ids = rows.map((row) => row.itemId)
  const phases = await findPhasesOf(tx, organisationId, [projectId])
  const isInWaves = await hasRollingWave(tx, organisationId, projectId)
  const later = isInWaves ? phases.filter((phase) => phase.state === 'later') : []
  return {
    rows,
    links: await readLinks(tx, organisationId, ids),
    calendars: (await readCalendars(tx, organisationId, { projectId, timeZone })).map(toWorkingCalendar),
    resources: await readResources(tx, organisationId, projectId),
    assignments: await readAssignments(tx, organisationId, projectId),
    settings,
    timeZone,
    laterPhaseIds: new Set(later.map(({ id }) => id)),
  }
}
