import type { Refusal } from '@millrace/core/kernel'
import { checkPlan, PlanNetwork, toPlanInput, type Violation } from '@millrace/core/schedule'
import type { Tx } from '../../platform/db/transaction.ts'
import { nameItems } from './name-items.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { readProjectPlan } from './queries/read-project-plan.ts'

/** What a plan breaks, of which item or between which two. */
export type FoundViolation = {
  readonly kind: Violation['kind']
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
 * nothing with what calculates them. Null when there is no such project.
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
  const links = new Map(plan.links.map((link) => [link.id, link]))
  const subjectOf = (violation: Violation) => {
    if (violation.kind !== 'link') return names.get(violation.itemId) ?? ''
    const link = links.get(violation.linkId)
    return `${names.get(link?.fromId ?? '') ?? ''} → ${names.get(link?.toId ?? '') ?? ''}`
  }
  return {
    datedCount: dated.length,
    isScheduled: state.settings.isScheduled,
    isCurrent: state.settings.isCurrent,
    refusal: network.ok ? null : nameItems(network.refusal, plan.rows),
    violations: checkPlan(input, dated).map((violation) => ({
      kind: violation.kind,
      subject: subjectOf(violation),
      wantedMin: 'wantedMin' in violation ? violation.wantedMin : null,
      foundMin: 'foundMin' in violation ? violation.foundMin : null,
    })),
  }
}
