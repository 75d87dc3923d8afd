import {
  type CalculatedProject,
  calculateProject,
  keepsDates,
  type ProjectDates,
} from '@millrace/core/schedule'
import { type ExecuteDeps, runInTime, type Unit } from '../../platform/commands/index.ts'
import { inSnapshot } from '../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../platform/jobs/index.ts'
import { nameItems } from './name-items.ts'
import { REPLAN_JOB, type ReplanPayload } from './outdate-plans.ts'
import { findPlanStates, type PlanState } from './queries/find-plan-states.ts'
import { type ReadPlan, readProjectPlan } from './queries/read-project-plan.ts'
import {
  type ItemDates,
  markPlanned,
  type OutdatedPlan,
  saveDates,
  saveFigures,
  saveRefusal,
} from './store/plan-state.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** More than these are not told one by one: whoever looks at the plan asks for it whole. */
const TOLD_MAX = 500

/** What a worker does when somebody changed what a plan follows from. */
export function createReplanJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[REPLAN_JOB, (job: Job) => replan(deps, job)]])
}

/**
 * Reads one consistent moment, calculates outside of any transaction, and writes the result whole. What
 * was asked for meanwhile has a job of its own; until that is done, the dates belong together all the
 * same.
 */
async function replan(deps: ExecuteDeps, job: Job): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const { projectId } = job.payload as ReplanPayload // Only this feature asks for such jobs.
  const read = await inSnapshot(deps.db, organisationId, async (tx) => {
    const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
    if (!state || isUpToDate(state)) return null
    return { state, plan: await readProjectPlan(tx, organisationId, { projectId, state }) }
  })
  if (read === null) return
  const planned = calculateProject(read.plan)
  const outdated: OutdatedPlan = { projectId, version: read.state.version }
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    if (!(await markPlanned(unit, outdated))) return
    if (planned.ok) await keep(unit, { ...outdated, plan: read.plan, ...planned.value })
    else {
      await saveRefusal(unit, projectId, nameItems(planned.refusal, read.plan.rows))
      tell(unit, projectId, [])
    }
  })
}

function isUpToDate({ settings, version, plannedVersion }: PlanState): boolean {
  return !settings.isScheduled || version === plannedVersion
}

type Replanned = OutdatedPlan & CalculatedProject & { readonly plan: ReadPlan }

async function keep(unit: Unit, { projectId, plan, dates, conflicts }: Replanned): Promise<void> {
  const moved = findMoved(plan, dates)
  const undated = findUndated(plan, dates)
  await saveDates(unit, projectId, [...moved, ...undated])
  await saveFigures(unit, projectId, { dates, conflicts })
  tell(unit, projectId, [...moved, ...undated])
}

/** Those whose dates are the plan's and not as they stand; a summary only where it was given dates of its own. */
function findMoved({ rows }: ReadPlan, dates: readonly ProjectDates[]): readonly ProjectDates[] {
  const byItem = new Map(rows.map((row) => [row.itemId, row]))
  return dates.filter(({ itemId, startAt, finishAt }) => {
    const row = byItem.get(itemId)
    if (!row || keepsDates(row)) return false
    if (row.isSummary && row.datesFrom !== 'plan') return false
    return row.startAt !== startAt || row.finishAt !== finishAt
  })
}

/** What was dated and has no place in time any more, as work that was put into a later phase. */
function findUndated({ rows }: ReadPlan, dates: readonly ProjectDates[]): readonly ItemDates[] {
  const dated = new Set(dates.map(({ itemId }) => itemId))
  return rows
    .filter((row) => row.datesFrom === 'plan' && !row.isManual && !dated.has(row.itemId))
    .map(({ itemId }) => ({ itemId, startAt: null, finishAt: null }))
}

function tell(unit: Unit, projectId: string, moved: readonly ItemDates[]): void {
  const told = moved.length > TOLD_MAX ? [] : moved
  unit.record([
    {
      id: unit.newId<'Event'>(),
      kind: 'schedule.replanned',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'plan', id: projectId },
      containerId: projectId,
      data: { moved: moved.length },
      touches: told.map(({ itemId }) => ({ kind: 'planItem', id: itemId })),
    },
  ])
}
