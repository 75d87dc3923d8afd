import type { Event } from '@millrace/core/kernel'
import { followSubItem, type WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { ChecklistSet } from './checklist-set.ts'
import { findLinesOfSubItems } from './queries/find-checklists.ts'
import { tickedBy } from './ticked-by.ts'

/** What this feature makes of what happens to its items. */
export const workReactions: readonly Reaction[] = [{ kinds: ['work.moved'], react: followSubItems }]

type Moved = Extract<WorkEvent, { kind: 'work.moved' }>

/** A line that became a sub-item is done when that item is. */
async function followSubItems(unit: Unit, events: readonly Event[]): Promise<void> {
  const moves = events
    .filter((event): event is Moved => event.kind === 'work.moved')
    .filter(({ data }) => (data.fromGroup === 'done') !== (data.toGroup === 'done'))
  if (moves.length === 0) return
  const groups = new Map(moves.map(({ subject, data }) => [subject.id, data.toGroup]))
  const lineIds = await findLinesOfSubItems(unit.tx, unit.organisationId, [...groups.keys()])
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
