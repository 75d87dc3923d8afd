import { archiveWorkItem, restoreWorkItem, type WorkItem } from '@millrace/core/work'
import { accepted, mayInContainers, refuse, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'
import { findArchivedWith, findOpenBelow } from './queries/find-below.ts'

type Check = (set: ItemSet) => void

/**
 * Archives items with everything under them that is not archived yet.
 *
 * @param check looks at the items before anything is decided
 * @throws Refused with `work.sub_items_elsewhere` when the person may not write something under one of them
 */
export async function archiveTrees(unit: Unit, ids: readonly string[], check: Check): Promise<ItemSet> {
  const below = await findOpenBelow(unit, ids)
  const set = await ItemSet.load(unit, [...ids, ...below.values().flatMap((each) => each)])
  check(set)
  ids.forEach((id, index) => {
    const items = (below.get(id) ?? []).flatMap((sub) => set.find(sub) ?? [])
    refuseForeign(unit, items, { key: set.find(id)?.key ?? '', index })
    archive(set, [id, ...items.map((item) => item.id)])
  })
  set.save()
  return set
}

/** Archives items with everything under them, as an engine does when what they belong to is cancelled. */
export async function archiveItems(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const below = await findOpenBelow(unit, ids)
  const all = [...ids, ...below.values().flatMap((each) => each)]
  const set = await ItemSet.load(unit, all)
  archive(set, all)
  set.save()
}

/** Brings items back with everything under them, as an engine does when it takes back that it archived them. */
export async function restoreItems(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await restoreTrees(unit, ids, () => {})
}

/**
 * Restores items with everything under them that was archived in the same act, which is what has the
 * same moment. What had been archived before stays so.
 *
 * @param check looks at the items before anything is decided
 * @throws Refused with `work.parent_archived`
 */
export async function restoreTrees(unit: Unit, ids: readonly string[], check: Check): Promise<ItemSet> {
  const { below, parentIds } = await findArchivedWith(unit, ids)
  const set = await ItemSet.load(unit, [...ids, ...parentIds, ...below.values().flatMap((each) => each)])
  check(set)
  const sizeOf = (id: string) => below.get(id)?.length ?? 0
  // Whoever names something together with what it lies under need not mind the order.
  const outerFirst = [...ids.entries()].toSorted(([, a], [, b]) => sizeOf(b) - sizeOf(a))
  for (const [index, id] of outerFirst) {
    const key = set.find(id)?.key ?? ''
    const subIds = below.get(id) ?? []
    const items = subIds.flatMap((sub) => set.find(sub) ?? [])
    refuseForeign(unit, items, { key, index })
    // Parents come before what is under them.
    for (const each of [id, ...subIds]) {
      const item = set.find(each)
      if (!item) continue
      const parent = item.parentId === null ? null : (set.find(item.parentId) ?? null)
      set.put(accepted(restoreWorkItem(item, parent, set.decideContext()), index))
    }
  }
  set.save()
  return set
}

function archive(set: ItemSet, ids: readonly string[]): void {
  for (const id of ids) {
    const item = set.find(id)
    if (item) set.put(accepted(archiveWorkItem(item, set.decideContext())))
  }
}

function refuseForeign(
  unit: Unit,
  items: readonly WorkItem[],
  { key, index }: { readonly key: string; readonly index: number },
): void {
  const { access } = unit.principal
  const foreign = items.filter((item) => !mayInContainers(access, 'item.write', item.containerIds))
  if (foreign.length > 0) refuse('work.sub_items_elsewhere', { key, count: foreign.length }, index)
}
