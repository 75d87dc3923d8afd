import type { Refusal } from '@millrace/core/kernel'
import { type Contradiction, checkStructure, findContradictions, toPlanInput } from '@millrace/core/schedule'
import { mayInContainers, Refused, seesItem, type Unit } from '../../platform/commands/index.ts'
import { nameItems } from './name-items.ts'
import { findPlanStates } from './queries/find-plan-states.ts'
import { findHeldProjects, findNames } from './queries/find-structures.ts'
import { readProjectPlan } from './queries/read-project-plan.ts'
import { readStructures, type Structure } from './read-structures.ts'

/** What of a plan is new, so that it can be said how the plan was before. */
export type NewOrder = {
  readonly linkIds: ReadonlySet<string>
  /** Items that have come into it. */
  readonly itemIds: ReadonlySet<string>
  /** Where items lay that lie elsewhere now. */
  readonly parentBefore: ReadonlyMap<string, string | null>
  /** Items that have become hammocks, or are none any more. */
  readonly turned: ReadonlySet<string>
}

/** Nothing is new. */
export const NOTHING_NEW: NewOrder = {
  linkIds: new Set(),
  itemIds: new Set(),
  parentBefore: new Map(),
  turned: new Set(),
}

/**
 * Goes on only if the plans of some projects, with all that they are tied to by links, can still be put in order. Those that could not before are let be, and so
 * is what comes from files: they are told when they are calculated.
 *
 * @throws Refused with `schedule.link_circle`, `schedule.link_to_above` or `schedule.link_to_finish`
 */
export async function demandOrder(unit: Unit, projectIds: readonly string[], order: NewOrder): Promise<void> {
  if (unit.origin.kind === 'import' || projectIds.length === 0) return
  for (const structure of await readStructures(unit.tx, unit.organisationId, projectIds)) {
    const refusal = checkStructure(structure)
    if (!refusal || !wasInOrder(structure, order)) continue
    const said = new Set(Object.values(refusal.params ?? {}).flat())
    const itemIds = structure.tasks.map(({ id }) => id).filter((id) => said.has(id))
    throw new Refused(await named(unit, refusal, itemIds))
  }
}

function wasInOrder(
  { tasks: now, links }: Structure,
  { linkIds, itemIds, parentBefore, turned }: NewOrder,
): boolean {
  const before = now.filter(({ id }) => !itemIds.has(id))
  const here = new Set(before.map(({ id }) => id))
  const tasks = before.map(({ id, parentId: above, kind }) => {
    const parentId = parentBefore.get(id) ?? (parentBefore.has(id) ? null : above)
    const was = kind === 'hammock' ? ('task' as const) : ('hammock' as const) // Kinds of tasks.
    return { id, parentId: here.has(parentId ?? '') ? parentId : null, kind: turned.has(id) ? was : kind }
  })
  const old = links.filter(({ id, fromId, toId }) => !linkIds.has(id) && here.has(fromId) && here.has(toId))
  return checkStructure({ tasks, links: old }) === null
}

/** What is new about dates: items that are held to others, and links. */
export type NewDemands = { readonly itemIds: ReadonlySet<string>; readonly linkIds: ReadonlySet<string> }

/**
 * Goes on only if nothing new makes it impossible to keep two constraints at once. What comes from files is told when
 * it is calculated.
 *
 * @throws Refused with `schedule.constraints_contradict`
 */
export async function demandKeepable(
  unit: Unit,
  projectIds: readonly string[],
  { itemIds, linkIds }: NewDemands,
): Promise<void> {
  const { tx, organisationId } = unit
  if (unit.origin.kind === 'import' || projectIds.length === 0) return
  const held = await findHeldProjects(tx, organisationId, projectIds)
  if (held.length === 0) return
  const states = await findPlanStates(tx, organisationId, held)
  const plans = await Promise.all(
    [...states].map(([projectId, state]) => readProjectPlan(tx, organisationId, { projectId, state })),
  )
  const found = plans.flatMap((plan) => findContradictions(toPlanInput(plan))).find(isNew)
  if (!found) return
  const { beforeId: before, afterId: after } = found
  const refusal = { code: 'schedule.constraints_contradict', params: { before, after } }
  throw new Refused(await named(unit, refusal, [before, after]))

  function isNew({ beforeId, afterId, linkIds: between }: Contradiction): boolean {
    return itemIds.has(beforeId) || itemIds.has(afterId) || !linkIds.isDisjointFrom(between)
  }
}

/** With the names of what the person sees. */
async function named(unit: Unit, refusal: Refusal, itemIds: readonly string[]): Promise<Refusal> {
  const { tx, organisationId, principal } = unit
  const items = await findNames(tx, organisationId, itemIds)
  return nameItems(
    refusal,
    items.map((item) => {
      const isSeen =
        mayInContainers(principal.access, 'container.read', item.containerIds) && seesItem(principal, item)
      return { itemId: item.itemId, key: isSeen ? item.key : '…', title: isSeen ? item.title : '' }
    }),
  )
}
