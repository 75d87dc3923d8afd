import type { Result } from '@millrace/core/kernel'
import {
  type CalculatedProject,
  keepsDates,
  ProjectCalculation,
  type ProjectDates,
} from '@millrace/core/schedule'
import { type ExecuteDeps, runInTime, type Unit } from '../../platform/commands/index.ts'
import { inSnapshot } from '../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../platform/jobs/index.ts'
import { nameItems } from './name-items.ts'
import { outdateWaiting, REPLAN_JOB, type ReplanPayload } from './outdate-plans.ts'
import { type KnownPlan, PlanMemory, type ProjectOf } from './plan-memory.ts'
import { findPlanStates, type PlanState } from './queries/find-plan-states.ts'
import { type Awaited, findWaitingProjects } from './queries/find-waiting-projects.ts'
import { type ReadPlan, readProjectPlan, readProjectPlanAgain } from './queries/read-project-plan.ts'
import {
  type ItemDates,
  lockPlans,
  markPlanned,
  saveDates,
  saveFigures,
  saveRefusal,
} from './store/plan-state.ts'
import { askForFindings, FINDINGS_JOB, writeFindings } from './write-findings.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** More than these are not told one by one: whoever looks at the plan asks for it whole. */
const TOLD_MAX = 500

/** What a worker does when somebody changed what a plan follows from. */
export function createReplanJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  const memory = new PlanMemory()
  return new Map([
    [REPLAN_JOB, (job: Job) => replan(deps, memory, job)],
    [FINDINGS_JOB, (job: Job) => writeFindings(deps, memory, job)],
  ])
}

/**
 * Reads one consistent moment, calculates outside of any transaction, and writes the result whole. What
 * was asked for meanwhile has a job of its own; until that is done, the dates belong together all the
 * same.
 */
async function replan(deps: ExecuteDeps, memory: PlanMemory, job: Job): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const { projectId } = job.payload as ReplanPayload // Only this feature asks for such jobs.
  const asked = { organisationId, projectId }
  const known = memory.take(asked)
  const found = await calculate(deps, asked, known)
  const planned = found === 'unknown' ? await calculate(deps, asked, null) : found
  if (typeof planned === 'string') {
    if (known && planned === 'stands') memory.keep(asked, known)
    return
  }
  const { version, plan, calculation, calculated, changedItemIds } = planned
  const moved = calculated.ok ? findMoved(plan, calculated.value.dates) : []
  const awaited = awaitedOf(projectId, { plan, moved, changedItemIds })
  let isWritten = false
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    await lockWithWaiting(unit, projectId, awaited)
    isWritten = await markPlanned(unit, { projectId, version })
    if (!isWritten) return
    if (calculated.ok) {
      await saveDates(unit, projectId, moved)
      await saveFigures(unit, projectId, calculated.value)
      await askForFindings(unit, { projectId, version })
    } else await saveRefusal(unit, projectId, nameItems(calculated.refusal, plan.rows))
    // Asked again: whoever ties something to this plan meanwhile waits for it to be written.
    await outdateWaiting(unit, awaited)
    tell(unit, projectId, moved)
  })
  if (!isWritten || !calculated.ok) return
  memory.keep(asked, { version, calculation, calculated: calculated.value, ...withDates(plan, moved) })
}

type Planned = Omit<KnownPlan, 'unsure' | 'calculated'> & {
  readonly calculated: Result<CalculatedProject>
  readonly changedItemIds: readonly string[] | null
}

type Changed = {
  readonly plan: ReadPlan
  readonly moved: readonly ItemDates[]
  readonly changedItemIds: readonly string[] | null
}

/** What others may wait for that may not be as it was: what was moved, and what somebody changed. */
function awaitedOf(projectId: string, { plan: { outside }, moved, changedItemIds }: Changed): Awaited {
  const changed = changedItemIds ?? outside?.awaitedIds ?? []
  const itemIds = [...new Set([...moved.map(({ itemId }) => itemId), ...changed])]
  return { projectIds: [projectId], itemIds, who: 'all' }
}

/** Two plans may wait for each other's items: they are locked in one order by whoever writes them. */
async function lockWithWaiting(unit: Unit, projectId: string, awaited: Awaited): Promise<void> {
  const waiting = await findWaitingProjects(unit.tx, unit.organisationId, awaited)
  if (waiting.length > 0) await lockPlans(unit, [projectId, ...waiting])
}

/**
 * The plan as of now with what follows from it. It may stand already; or more than is known may be needed
 * to tell: also to name items when it is refused, as they may be called otherwise by now.
 */
async function calculate(
  deps: ExecuteDeps,
  { organisationId, projectId }: ProjectOf,
  known: KnownPlan | null,
): Promise<Planned | 'stands' | 'unknown'> {
  const read = await inSnapshot(deps.db, organisationId, async (tx) => {
    const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
    if (!state || isUpToDate(state)) return 'stands'
    const asked = { projectId, state }
    if (!known) return { state, plan: await readProjectPlan(tx, organisationId, asked) }
    const { changedItemIds, plannedVersion } = state
    if (changedItemIds === null || plannedVersion !== known.version) return 'unknown'
    const before = { plan: known.plan, changed: new Set([...changedItemIds, ...known.unsure]) }
    const plan = await readProjectPlanAgain(tx, organisationId, { ...asked, before })
    return plan ? { state, plan } : 'unknown'
  })
  if (typeof read === 'string') return read
  const calculation = known?.calculation ?? new ProjectCalculation()
  const calculated = calculation.calculate(read.plan)
  if (known && !calculated.ok) return 'unknown'
  const { version, changedItemIds } = read.state
  return { version, changedItemIds, plan: read.plan, calculation, calculated }
}

function isUpToDate({ settings, version, plannedVersion }: PlanState): boolean {
  return !settings.isScheduled || version === plannedVersion
}

/** The plan with its new dates. Of items that were not on it the database says what else they have now. */
function withDates(plan: ReadPlan, moved: readonly ItemDates[]): Pick<KnownPlan, 'plan' | 'unsure'> {
  const works = new Map(plan.works)
  const unsure = new Set<string>()
  for (const { itemId, startAt, finishAt } of moved) {
    const work = works.get(itemId)
    if (work?.is_planned) works.set(itemId, { ...work, start_at: startAt, finish_at: finishAt })
    else unsure.add(itemId)
  }
  return { plan: { ...plan, works }, unsure }
}

/** The items whose dates are no longer as they stand. */
function findMoved(plan: ReadPlan, dates: readonly ProjectDates[]): readonly ItemDates[] {
  return [...findRedated(plan, dates), ...findUndated(plan, dates)]
}

/** Those whose dates are the plan's; a summary only where it was given dates of its own. */
function findRedated({ rows }: ReadPlan, dates: readonly ProjectDates[]): readonly ProjectDates[] {
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
