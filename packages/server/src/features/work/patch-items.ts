import { changeWorkItem, type WorkItem, type WorkItemPatch } from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'

/**
 * Changes items as another feature found that they are to be, such as their effort from the shares of whoever does
 * them, or their practice from their type. Whether the person may do so is the caller's question.
 *
 * @param patchOf null: it stays as it is
 * @throws Refused as `work.changeItem` refuses a patch
 */
export async function patchItems(
  unit: Unit,
  ids: readonly string[],
  patchOf: (item: WorkItem) => WorkItemPatch | null,
): Promise<void> {
  if (ids.length === 0) return
  const set = await ItemSet.load(unit, ids)
  for (const id of ids) {
    const item = set.find(id)
    const patch = item ? patchOf(item) : null
    if (!item || patch === null) continue
    const context = {
      ...set.decideContext(),
      ...set.rulesFor(item.typeId, 0),
      newAncestors: [],
      above: null,
    }
    set.put(accepted(changeWorkItem(item, { patch }, context)))
  }
  set.save()
}
