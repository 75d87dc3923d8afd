import { operations } from '@millrace/contract'
import {
  demand,
  mayInContainers,
  type QueryContext,
  query,
  refuse,
} from '../../../platform/commands/index.ts'
import { type HeldCase, heldCase } from '../held-case.ts'
import { emptyPlan, presentPlan } from '../present-plan.ts'
import { findCases } from './find-cases.ts'
import { findLoose } from './find-loose.ts'
import { findAdopted, findParts, findPlans, findRows } from './find-plans.ts'
import { findTeamNames } from './find-roles.ts'

/** The plan of a case, and where everything in it stands. */
export const getPlan = query(operations['case.getPlan'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  const info = await demandCase(context, containerId)
  const loose = (await findLoose(tx, organisationId, [containerId])).get(containerId) ?? []
  const held = await readCase(context, info)
  if (held === null) return emptyPlan(containerId, info.state === 'closed', loose)
  const roles = held.standing?.model.roles ?? []
  if (mayInContainers(principal.access, 'container.manage', [containerId]))
    return presentPlan(held, { roles, loose })
  const names = roles.length === 0 ? [] : await findTeamNames(tx, organisationId, principal.personId)
  const own = new Set(names.map((name) => name.toLowerCase()))
  return presentPlan(held, { roles: roles.filter((role) => own.has(role.toLowerCase())), loose })
})

/** The case, when who asks may see it. */
export async function demandCase(
  { tx, organisationId, principal }: QueryContext,
  containerId: string,
): Promise<HeldCase['info']> {
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'case' })
  const info = (await findCases(tx, organisationId, [containerId])).get(containerId)
  return info ?? refuse('platform.not_found', { what: 'case' })
}

/** A case as its tables tell it; null: it has no plan yet. */
export async function readCase(
  { tx, organisationId }: Pick<QueryContext, 'tx' | 'organisationId'>,
  info: HeldCase['info'],
): Promise<HeldCase | null> {
  const [[plan], rows, parts, adopted] = await Promise.all([
    findPlans(tx, organisationId, [info.id]),
    findRows(tx, organisationId, [info.id]),
    findParts(tx, organisationId, [info.id]),
    findAdopted(tx, organisationId, [info.id]),
  ])
  if (!plan) return null
  return heldCase({
    ...{ info, plan, rows, parts: parts.map(({ caseId: _case, ...part }) => part) },
    adopted: new Map(adopted.map(({ def, ...item }) => [def, item])),
  })
}
