import type { SubjectRef } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { touchAccess, touchCatalogue } from '../identity/index.ts'
import { letGoOfCatalogue } from './catalogue-cache.ts'
import { orderBottomUp } from './queries/order-bottom-up.ts'
import { deleteListsOf } from './store/checklists.ts'
import {
  deleteBelongingsOf,
  deleteContainers,
  deleteGrantsOf,
  deleteItems,
  deleteRelationsOf,
  deleteUnusedFields,
  deleteUnusedLabels,
  deleteUnusedTypes,
  deleteViewsOf,
  deleteVisitsOf,
  leaveContainers,
} from './store/forget.ts'
import { addToChildCounts } from './store/items.ts'

const DELETED_AT_ONCE = 2_000

const refs = (kind: string, ids: readonly string[]): readonly SubjectRef[] => ids.map((id) => ({ kind, id }))

/**
 * Deletes items with their relations, checklists and stays, for good. What other features keep about them has
 * to be gone before, and their sub-items have to be among them.
 *
 * @returns what is gone
 */
export async function forgetItems(unit: Unit, itemIds: readonly string[]): Promise<readonly SubjectRef[]> {
  if (itemIds.length === 0) return []
  const relations = await deleteRelationsOf(unit, itemIds)
  await deleteVisitsOf(unit, itemIds)
  await deleteListsOf(unit, itemIds)
  const ordered = await orderBottomUp(unit.tx, unit.organisationId, itemIds)
  // Every row is looked for in a dozen tables: one statement for all would take longer than any may.
  for (let at = 0; at < ordered.length; at += DELETED_AT_ONCE) {
    const piece = ordered.slice(at, at + DELETED_AT_ONCE)
    addToChildCounts(unit, await deleteItems(unit, piece, itemIds))
  }
  return [...refs('item', itemIds), ...refs('relation', relations)]
}

/**
 * Deletes containers in which no item is at home any more, with grants and kept views. What other
 * features keep about them has to be gone before.
 *
 * @returns what is gone
 */
export async function forgetContainers(
  unit: Unit,
  containerIds: readonly string[],
): Promise<readonly SubjectRef[]> {
  if (containerIds.length === 0) return []
  await leaveContainers(unit, containerIds)
  const views = await deleteViewsOf(unit, containerIds)
  await deleteGrantsOf(unit, containerIds)
  await deleteContainers(unit, containerIds)
  await touchAccess(unit)
  return [...refs('container', containerIds), ...refs('view', views)]
}

/**
 * Deletes those of the types, fields and labels that nothing uses.
 *
 * @returns what is gone
 */
export async function forgetCatalogue(
  unit: Unit,
  candidates: {
    readonly typeIds: readonly string[]
    readonly fieldIds: readonly string[]
    readonly labelIds: readonly string[]
  },
): Promise<readonly SubjectRef[]> {
  const gone = [
    ...refs('label', await deleteUnusedLabels(unit, candidates.labelIds)),
    ...refs('field', await deleteUnusedFields(unit, candidates.fieldIds)),
    ...refs('type', await deleteUnusedTypes(unit, candidates.typeIds)),
  ]
  if (gone.length === 0) return gone
  await touchCatalogue(unit)
  letGoOfCatalogue(unit.tx)
  return gone
}

/**
 * Deletes what people may do in containers, and the views they kept, before they themselves go.
 *
 * @returns what is gone and was seen
 */
export async function forgetBelongings(
  unit: Unit,
  personIds: readonly string[],
): Promise<readonly SubjectRef[]> {
  return personIds.length === 0 ? [] : refs('view', await deleteBelongingsOf(unit, personIds))
}
