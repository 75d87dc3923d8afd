import { changeWorkItem, type Priority } from '@millrace/core/work'
import { accepted, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'

const HIGHER: Readonly<Record<Priority, Priority>> = { 0: 3, 1: 2, 2: 3, 3: 4, 4: 4 }

/**
 * Makes items more pressing by one step, as another feature found them to be; one without a priority becomes high.
 * What is done or archived stays as it is.
 */
export async function raisePriorities(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const set = await ItemSet.load(unit, ids)
  for (const id of ids) {
    const item = set.find(id)
    if (!item || item.archivedAt !== null || item.stateGroup === 'done') continue
    const context = {
      ...set.decideContext(),
      ...set.rulesFor(item.typeId, 0),
      newAncestors: [],
      above: null,
    }
    set.put(accepted(changeWorkItem(item, { patch: { priority: HIGHER[item.priority] } }, context)))
  }
  set.save()
}
