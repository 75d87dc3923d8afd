import { changeWorkItem } from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'

/**
 * Sets the effort of items as another feature found it, such as from the shares of whoever does them. Whether the
 * person may do so is the caller's question.
 *
 * @throws Refused as `work.changeItem` refuses an effort
 */
export async function changeEfforts(unit: Unit, efforts: ReadonlyMap<string, number | null>): Promise<void> {
  if (efforts.size === 0) return
  const set = await ItemSet.load(unit, [...efforts.keys()])
  for (const [id, effortMin] of efforts) {
    const item = set.find(id)
    if (!item) continue
    const context = {
      ...set.decideContext(),
      ...set.rulesFor(item.typeId, 0),
      newAncestors: [],
      above: null,
    }
    set.put(accepted(changeWorkItem(item, { patch: { effortMin } }, context)))
  }
  set.save()
}
