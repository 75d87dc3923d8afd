import { changedFindings, type PlanFinding, ProjectCalculation, planFindings } from '@millrace/core/schedule'
import { type ExecuteDeps, runInTime, type Unit } from '../../platform/commands/index.ts'
import { inSnapshot } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { ReplanPayload } from './outdate-plans.ts'
import type { KnownPlan, PlanMemory, ProjectOf } from './plan-memory.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { readProjectPlan } from './queries/read-project-plan.ts'
import { keepFindingsOf, lockPlanned, markFound, saveFindings } from './store/findings.ts'

/** The job that writes what a calculation found, as queries ask it. */
export const FINDINGS_JOB = 'schedule.findings'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Of a plan that is being worked on only the last findings are written: nobody who moves a bar waits for them. */
const AT_REST_MS = 1_500

/** Has the findings written once the plan rests, in the transaction that writes its dates. */
export async function askForFindings(unit: Unit, payload: ReplanPayload): Promise<void> {
  await unit.enqueue({
    kind: FINDINGS_JOB,
    organisationId: unit.organisationId,
    payload,
    uniqueKey: `${FINDINGS_JOB} ${payload.projectId} ${payload.version}`,
    runAt: unit.now + AT_REST_MS,
  })
}

/** Writes what differs from what is written. What has been calculated anew meanwhile has a job of its own. */
export async function writeFindings(deps: ExecuteDeps, memory: PlanMemory, job: Job): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const { projectId, version } = job.payload as ReplanPayload // Only this feature asks for such jobs.
  const asked = { organisationId, projectId }
  const known = memory.look(asked)
  const plan = known?.version === version ? known : await readAgain(deps, asked, version)
  if (plan === null) return
  const now = planFindings(plan.plan.rows, plan.calculated, (id) => plan.plan.works.get(id)?.seen_by ?? null)
  const written = memory.takeFindings(asked)
  let isWritten = false
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    const found = await lockPlanned(unit, { projectId, version })
    isWritten = found !== null
    if (found === null) return
    const before = written?.version === found.version ? written.findings : null
    await write(unit, projectId, { before, now })
    await markFound(unit, { projectId, version })
  })
  if (isWritten) memory.keepFindings(asked, { version, findings: now })
}

type Calculated = Pick<KnownPlan, 'plan' | 'calculated'>

/** The plan as it is read, where this process does not know it; null: it has been calculated anew. */
async function readAgain(
  deps: ExecuteDeps,
  { organisationId, projectId }: ProjectOf,
  version: number,
): Promise<Calculated | null> {
  const plan = await inSnapshot(deps.db, organisationId, async (tx) => {
    const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
    if (state?.plannedVersion !== version || state.version !== version) return null
    return await readProjectPlan(tx, organisationId, { projectId, state })
  })
  if (plan === null) return null
  const calculated = new ProjectCalculation().calculate(plan)
  return calculated.ok ? { plan, calculated: calculated.value } : null
}

type Found = { readonly before: readonly PlanFinding[] | null; readonly now: readonly PlanFinding[] }

async function write(unit: Unit, projectId: string, { before, now }: Found): Promise<void> {
  const { changed, isAnyGone } = changedFindings(before, now)
  if (changed.length === 0 && !isAnyGone) return
  await saveFindings(unit, projectId, changed)
  if (isAnyGone) {
    const itemIds = now.map(({ itemId }) => itemId)
    await keepFindingsOf(unit, projectId, itemIds)
  }
  unit.record([
    {
      id: unit.newId<'Event'>(),
      kind: 'schedule.found',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'planFinding', id: projectId },
      containerId: projectId,
      data: { changed: changed.length },
    },
  ])
}
