import type { operations, ParsedInputOf } from '@millrace/contract'
import { changeWorkItem, findState, firstStateOf, moveWorkItem, type WorkItem } from '@millrace/core/work'
import { accepted, refuse, type Unit } from '../../platform/commands/index.ts'
import { checkVersion } from './commands/change-item.ts'
import { ItemSet } from './item-set.ts'
import { countInStates } from './queries/count-in-states.ts'

type Move = ParsedInputOf<(typeof operations)['work.moveItem']>

/** Moves items of a set to other states, and saves it. */
export async function moveIn(set: ItemSet, moves: readonly Move[]): Promise<void> {
  const counts = await countInStates(set.unit, limitedTargets(set, moves))
  moves.forEach((input, index) => {
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
}

/**
 * Moves items to the state in which those of their types are done, as the person who asks may do.
 *
 * @throws Refused with `process.no_done_state` where a type has none, or as moving is
 */
export async function finishItems(unit: Unit, ids: readonly string[]): Promise<readonly WorkItem[]> {
  const set = await ItemSet.load(unit, ids)
  await moveIn(
    set,
    ids.map((id, index) => {
      const { typeId, key } = set.get(id, 'item.write', index)
      const state = firstStateOf(set.rulesFor(typeId, index).type.workflow, 'done')
      return { id, stateId: state?.id ?? refuse('process.no_done_state', { key }, index) }
    }),
  )
  return ids.map((id, index) => set.get(id, 'item.write', index))
}

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
