import type { ItemPast, ItemType, StateGroup } from '@millrace/core/work'
import type { TrackerItem } from '@millrace/formats/tracker'
import { resolveState } from './item-state.ts'
import type { TrackerTools } from './tracker-source.ts'

const BEFORE_START: ReadonlySet<StateGroup> = new Set(['backlog', 'ready'])

/** When an item was made, begun and finished where it comes from, as far as the file says. */
export function itemPast(item: TrackerItem, type: ItemType, tools: TrackerTools): ItemPast {
  const moves = item.history.flatMap(({ at, stateRef }) => {
    const from = tools.states.get(stateRef)
    const group = from ? (resolveState(from, type, tools)?.group ?? null) : null
    return [{ at, group }]
  })
  const started = moves.find(({ group }) => group !== null && !BEFORE_START.has(group))
  const finished = moves.findLast(({ group }) => group === 'done')
  return {
    createdAt: item.createdAt ?? undefined,
    startedAt: started?.at,
    finishedAt: item.finishedAt ?? finished?.at,
    stateSince: moves.at(-1)?.at ?? item.finishedAt ?? undefined,
  }
}
