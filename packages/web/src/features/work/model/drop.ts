import { rankBetween, type WorkItem } from '@millrace/core/work'
import { type Call, callOf } from '../../../platform/store/index.ts'
import type { WorkGroup } from './grouping.ts'
import type { Lookup } from './lookup.ts'
import { changeItem, moveToGroup } from './moves.ts'
import type { GroupField } from './view-settings.ts'

/** Where items were dropped: into which group, beside which item. */
export type DropPlace = {
  readonly field: GroupField
  readonly from: string
  readonly to: string
  readonly beside: { readonly itemId: string; readonly edge: 'before' | 'after' } | null
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
    const rank = ranks[index]
    const move =
      place.from === place.to
        ? null
        : moveToGroup(item, { field: place.field, from: place.from, to: place.to }, view.lookup)
    return withRank(item, move, rank)
  })
}

function withRank(item: WorkItem, move: Call | null, rank: string | undefined): readonly Call[] {
  if (rank === undefined) return move ? [move] : []
  if (move === null) return [changeItem(item, { rank })]
  if (move.name === 'work.moveItem') return [callOf('work.moveItem', { ...move.input, rank })]
  return [move, changeItem(item, { rank })]
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
