import { rankBetween, type WorkItem, type WorkItemPatch } from '@millrace/core/work'
import { type Call, callOf } from '../../../platform/store/index.ts'
import type { GroupField } from './group-field.ts'
import type { WorkGroup } from './grouping.ts'
import type { Lookup } from './lookup.ts'
import { changeItem, type GroupMove, joinPatches, moveToGroup } from './moves.ts'

/** Where items were dropped: into which group, beside which item. */
export type DropPlace = {
  readonly field: GroupField
  readonly from: string
  readonly to: string
  readonly beside: { readonly itemId: string; readonly edge: 'before' | 'after' } | null
  /** From which row of a board into which, where it has rows. */
  readonly lane?: GroupMove | undefined
}

/**
 * The commands of a drop: the move into the group, and the new place in the manual order if that is
 * the order shown. An item whose workflow has no such state stays where it is.
 */
export function callsOfDrop(
  items: readonly WorkItem[],
  place: DropPlace,
  view: { readonly groups: readonly WorkGroup[]; readonly isManual: boolean; readonly lookup: Lookup },
): readonly Call[] {
  const target = view.groups.find((group) => group.key === place.to)
  const ranks = view.isManual && place.beside ? newRanks(items, place, target?.items ?? []) : []
  return items.flatMap((item, index) => {
    const steps = [place, ...(place.lane ? [place.lane] : [])].flatMap(({ field, from, to }) =>
      from === to ? [] : (moveToGroup(item, { field, from, to }, view.lookup) ?? []),
    )
    return joined(item, steps, ranks[index])
  })
}

/** One command for all fields that change, and one for the move if there is any. */
function joined(item: WorkItem, steps: readonly Call[], rank: string | undefined): readonly Call[] {
  const moves = steps.flatMap((call) => (call.name === 'work.moveItem' ? [call] : []))
  const [first, ...more] = moves
  const ranked = first && rank !== undefined ? callOf('work.moveItem', { ...first.input, rank }) : first
  let patch: WorkItemPatch = first || rank === undefined ? {} : { rank }
  for (const call of steps) if (call.name === 'work.changeItem') patch = joinPatches(patch, call.input.patch)
  return [
    ...(ranked ? [ranked, ...more] : []),
    ...(Object.keys(patch).length > 0 ? [changeItem(item, patch)] : []),
  ]
}

/** Ranks between the item that was dropped upon and its neighbour, in the order of the dropped items. */
function newRanks(
  items: readonly WorkItem[],
  { beside }: DropPlace,
  group: readonly WorkItem[],
): readonly string[] {
  const moved = new Set(items.map((item) => item.id))
  const kept = group.filter((item) => !moved.has(item.id))
  const at = kept.findIndex((item) => item.id === beside?.itemId)
  if (at < 0) return []
  const upper = beside?.edge === 'before' ? at - 1 : at
  let below = kept[upper]?.rank ?? null
  const above = kept[upper + 1]?.rank ?? null
  // Two items may carry the same rank after an import; then their order is by id and cannot be split.
  if (below !== null && above !== null && below >= above) return []
  return items.map(() => {
    below = rankBetween(below, above)
    return below
  })
}
