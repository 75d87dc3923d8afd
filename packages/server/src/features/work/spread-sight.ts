import { followSight } from '@millrace/core/work'
import { ItemSet } from './item-set.ts'
import { findAllBelow } from './queries/find-below.ts'

/**
 * After it was decided anew who sees some items, what lies under them follows, archived or not. Asks nothing
 * where nothing of that kind was decided.
 *
 * @param set as it was saved
 */
export async function spreadSight(set: ItemSet): Promise<void> {
  const { unit } = set
  const ids = set.seenByOthers()
  if (ids.length === 0) return
  const below = await findAllBelow(unit, ids)
  const spread = await ItemSet.load(unit, [...ids, ...below])
  for (const id of below) {
    const item = spread.find(id)
    const parent = spread.find(item?.parentId ?? '')
    if (item && parent) spread.put(followSight(item, parent.seenBy, spread.decideContext()))
  }
  spread.save()
}
