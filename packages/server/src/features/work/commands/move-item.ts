import { operations } from '@millrace/contract'
import { changeWorkItem, findState, moveWorkItem, type WorkItem } from '@millrace/core/work'
import { accepted, command } from '../../../platform/commands/index.ts'
import { ItemSet } from '../item-set.ts'
import { countInStates } from '../queries/count-in-states.ts'
import { checkVersion } from './change-item.ts'

/** Moves items to other states, giving them a new place in the manual order where one is named. */
export const moveItem = command(operations['work.moveItem'], async (unit, inputs) => {
  const set = await ItemSet.load(
    unit,
    inputs.map((input) => input.id),
  )
  const counts = await countInStates(unit, limitedTargets(set, inputs))
  inputs.forEach((input, index) => {
    const item = set.get(input.id, 'item.write', index)
    checkVersion(item, input, index)
    const rules = set.rulesFor(item.typeId, index)
    const key = (stateId: string) => `${item.containerIds[0]} ${stateId}`
    const context = {
      ...set.decideContext(),
      ...rules,
      itemsInState: counts.get(key(input.stateId)) ?? 0,
      openChildren: item.childCount - item.childDoneCount,
    }
    const move = {
      stateId: input.stateId,
      ...(input.overLimit === undefined ? {} : { overLimit: input.overLimit }),
    }
    const moved = set.put(accepted(moveWorkItem(item, move, context), index))
    if (moved.stateId !== item.stateId) {
      counts.set(key(item.stateId), (counts.get(key(item.stateId)) ?? 0) - 1)
      counts.set(key(moved.stateId), (counts.get(key(moved.stateId)) ?? 0) + 1)
    }
    if (input.rank !== undefined) {
      const place = { ...set.decideContext(), ...rules, newAncestors: [], above: null }
      set.put(accepted(changeWorkItem(moved, { patch: { rank: input.rank } }, place), index))
    }
  })
  set.save()
  return inputs.map((input, index): WorkItem => set.get(input.id, 'container.read', index))
})

/** Only states with a limit have to be counted. */
function limitedTargets(set: ItemSet, inputs: readonly { readonly id: string; readonly stateId: string }[]) {
  return inputs.flatMap((input) => {
    const item = set.find(input.id)
    const containerId = item?.containerIds[0]
    const type = item ? set.catalogue.types.get(item.typeId) : undefined
    const limit = type ? findState(type.workflow, input.stateId)?.wipLimit : null
    return containerId !== undefined && limit ? [{ containerId, stateId: input.stateId }] : []
  })
}
