import type { Refusal } from '@millrace/core/kernel'
import {
  checkLevelledPlans,
  checkPlan,
  type DatedTask,
  PlanNetwork,
  poolOfProject,
  toPlanInput,
  type Violation,
} from '@millrace/core/schedule'
import type { Tx } from '../../platform/db/transaction.ts'
import { nameItems } from './name-items.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { readOutsideWork } from './queries/read-outside-work.ts'
import { type ReadPlan, readProjectPlan } from './queries/read-project-plan.ts'

/** What a plan breaks, of which item or between which two. */
export type FoundViolation = {
  readonly kind: Violation['kind'] | 'overload'
  readonly subject: string
  /** Of a duration: working minutes it takes, and those between its dates. */
  readonly wantedMin: number | null
  readonly foundMin: number | null
}

/** A plan as the independent checker finds it. */
export type CheckedPlan = {
  /** Rows with dates. */
  readonly datedCount: number
  /** Whether its dates are calculated; those that people keep may break what they like. */
  readonly isScheduled: boolean
  /** False while they do not yet say what was asked for. */
  readonly isCurrent: boolean
  /** Why it cannot be calculated. */
  readonly refusal: Refusal | null
  readonly violations: readonly FoundViolation[]
}

const MINUTE_MS = 60_000

/**
 * Has the dates that stand on the plan of a project looked at minute by minute, by a checker that shares
 * nothing with what calculates them; where levelling has put something off, also whether anybody is asked for more
 * than there is. Null when there is no such project.
 */
export async function checkPlanOf(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<CheckedPlan | null> {
  const state = (await findPlanStates(tx, organisationId, [projectId])).get(projectId)
  if (!state) return null
  const plan = await readProjectPlan(tx, organisationId, { projectId, state })
  const input = toPlanInput(plan)
  const dated = plan.rows.flatMap(({ itemId: id, startAt, finishAt }) =>
    startAt === null || finishAt === null
      ? []
      : [{ id, startAt: Math.floor(startAt / MINUTE_MS), finishAt: Math.floor(finishAt / MINUTE_MS) }],
  )
  const network = PlanNetwork.of(input)
  const names = new Map<string, string>(
    plan.rows.map(({ itemId, key, title }) => [itemId, `${key} ${title}`]),
  )
  const links = new Map<string, { readonly fromId?: string; readonly toId: string }>(
    [...plan.links, ...(plan.outside?.links ?? [])].map((link) => [link.id, link]),
  )
  const subjectOf = (violation: Violation) => {
    if (violation.kind !== 'link') return names.get(violation.itemId) ?? ''
    const link = links.get(violation.linkId)
    // What lies in another project is not named here.
    return `${names.get(link?.fromId ?? '') ?? '…'} → ${names.get(link?.toId ?? '') ?? ''}`
  }
  return {
    datedCount: dated.length,
    isScheduled: state.settings.isScheduled,
    isCurrent: state.settings.isCurrent,
    refusal: network.ok ? null : nameItems(network.refusal, plan.rows),
    violations: [
      ...checkPlan(input, dated).map((violation) => ({
        kind: violation.kind,
        subject: subjectOf(violation),
        wantedMin: 'wantedMin' in violation ? violation.wantedMin : null,
        foundMin: 'foundMin' in violation ? violation.foundMin : null,
      })),
      ...(await findOverloads(tx, organisationId, { projectId, plan, dated })),
    ],
  }
}

type Dated = { readonly projectId: string; readonly plan: ReadPlan; readonly dated: readonly DatedTask[] }

/** Resources that a levelled plan asks for more than there is, each at the first such minute. */
async function findOverloads(
  tx: Tx,
  organisationId: string,
  { projectId, plan, dated }: Dated,
): Promise<readonly FoundViolation[]> {
  if (plan.rows.every(({ levelledAt }) => levelledAt === null)) return []
  const { resources } = plan
  const outside = await readOutsideWork(tx, organisationId, { projectId, resources })
  const input = {
    plans: [toPlanInput(plan)],
    ...poolOfProject(plan),
    outside,
    frozenUntil: null,
  }
  const found = checkLevelledPlans(input, {
    // They lie where they are, for whatever reason.
    tasks: dated.map((date) => ({
      ...date,
      ...{ before: date, reason: { kind: 'project' }, movedMin: 0, levelledAt: null, lateMin: 0 },
    })),
    ...{ assignments: [], brokenLinkIds: [] },
  })
  const names = new Map(resources.map(({ id, name }) => [id, name]))
  return found.flatMap((violation): readonly FoundViolation[] => {
    if (violation.kind !== 'overload') return []
    const at = new Date(violation.at * MINUTE_MS).toISOString().slice(0, 16)
    const subject = `${names.get(violation.resourceId) ?? ''} ${at}Z`
    return [{ kind: 'overload', subject, wantedMin: null, foundMin: null }]
  })
}
