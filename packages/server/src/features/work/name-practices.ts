import { changeWorkItem } from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'

/** Names the practice of items as another feature found it, such as that of their type. */
export async function namePractices(unit: Unit, practices: ReadonlyMap<string, string>): Promise<void> {
  if (practices.size === 0) return
  const set = await ItemSet.load(unit, [...practices.keys()])
  for (const [id, practice] of practices) {
    const item = set.find(id)
    if (!item) continue
    const context = {
      ...set.decideContext(),
      ...set.rulesFor(item.typeId, 0),
      newAncestors: [],
      above: null,
    }
    set.put(accepted(changeWorkItem(item, { patch: { practice } }, context)))
  }
  set.save()
}
