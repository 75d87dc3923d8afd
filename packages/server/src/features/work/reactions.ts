import type { Event } from '@millrace/core/kernel'
import { followSubItem, type StateGroup, type WorkEvent } from '@millrace/core/work'
import { askingReaction, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { askForNextOfDone } from './ask-for-next.ts'
import { ChecklistSet } from './checklist-set.ts'
import { gatherReaction } from './gather-roll-ups.ts'
import { findHangingOn, type Hanging } from './queries/find-recurrences.ts'
import { tickedBy } from './ticked-by.ts'

/** What this feature makes of what happens to its items. */
export const workReactions: readonly Reaction[] = [
  askingReaction({ kinds: ['work.moved'], ask: findHanging, react: followSubItems }),
  gatherReaction,
]

type Moved = Extract<WorkEvent, { kind: 'work.moved' }>

/** The items that were done or are so no more, with the group of their states. */
function groupsOf(events: readonly Event[]): ReadonlyMap<string, StateGroup> {
  const moves = events
    .filter((event): event is Moved => event.kind === 'work.moved')
    .filter(({ data }) => (data.fromGroup === 'done') !== (data.toGroup === 'done'))
  return new Map(moves.map(({ subject, data }) => [subject.id, data.toGroup]))
}

/** Lines and series with one question: most of what is done is neither. */
async function findHanging(unit: Unit, events: readonly Event[]): Promise<readonly Hanging[]> {
  const itemIds = [...groupsOf(events).keys()]
  return itemIds.length === 0 ? [] : await findHangingOn(unit.tx, unit.organisationId, itemIds)
}

/** A line that became a sub-item is done when that item is, and what repeats is to be made anew. */
async function followSubItems(
  unit: Unit,
  events: readonly Event[],
  hanging: readonly Hanging[],
): Promise<void> {
  if (hanging.length === 0) return
  const groups = groupsOf(events)
  const idsOf = (kind: 'line' | 'series') => hanging.filter((each) => each.kind === kind)
  await tickLines(
    unit,
    idsOf('line').map(({ id }) => id),
    groups,
  )
  const done = idsOf('series').filter((each) => groups.get(each.item_id) === 'done')
  await askForNextOfDone(
    unit,
    done.map(({ id, item_id: itemId }) => ({ id, itemId })),
  )
}

async function tickLines(
  unit: Unit,
  lineIds: readonly string[],
  groups: ReadonlyMap<string, StateGroup>,
): Promise<void> {
  if (lineIds.length === 0) return
  const set = await ChecklistSet.load(unit, { lineIds })
  for (const id of lineIds) {
    const line = set.findLine(id)
    const stateGroup = groups.get(line?.subItemId ?? '')
    if (!line || !stateGroup) continue
    const next = followSubItem(line, { stateGroup }, tickedBy(unit))
    set.putLine(next.doneAt === null ? 'work.lines_unticked' : 'work.lines_ticked', next)
  }
  set.save()
}
