import type { Event } from '@millrace/core/kernel'
import { followSubItem, type StateGroup, type WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { askForNextOfDone } from './ask-for-next.ts'
import { ChecklistSet } from './checklist-set.ts'
import { gatherReaction } from './gather-roll-ups.ts'
import { findHangingOn } from './queries/find-recurrences.ts'
import { tickedBy } from './ticked-by.ts'

/** What this feature makes of what happens to its items. */
export const workReactions: readonly Reaction[] = [
  { kinds: ['work.moved'], react: followSubItems },
  gatherReaction,
]

type Moved = Extract<WorkEvent, { kind: 'work.moved' }>

/** A line that became a sub-item is done when that item is, and what repeats is to be made anew. */
async function followSubItems(unit: Unit, events: readonly Event[]): Promise<void> {
  const moves = events
    .filter((event): event is Moved => event.kind === 'work.moved')
    .filter(({ data }) => (data.fromGroup === 'done') !== (data.toGroup === 'done'))
  if (moves.length === 0) return
  const groups = new Map(moves.map(({ subject, data }) => [subject.id, data.toGroup]))
  // Both with one question: most of what is done is neither.
  const hanging = await findHangingOn(unit.tx, unit.organisationId, [...groups.keys()])
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
