import type { WorkItem } from '@millrace/core/work'
import { type Call, callOf } from '../../../platform/store/calls.ts'
import { textsEdit } from '../texts-edit.ts'
import { changeItem } from './moves.ts'

/** To whom something goes, and what they need to know. */
export type HandOff = { readonly personId: string | null; readonly name: string; readonly note: string }

/**
 * Gives an item to somebody else. The note is said in the discussion, where everybody on the item
 * reads it; taking the hand-off back does not unsay it.
 */
export function handOffCalls(
  item: Pick<WorkItem, 'id'>,
  { personId, name, note }: HandOff,
  newId: () => string,
): readonly Call[] {
  const given = changeItem(item, { responsibleId: personId })
  if (note === '') return [given]
  const body = textsEdit.handedOff(name, note)
  return [given, callOf('discussion.addComment', { id: newId(), itemId: item.id, body })]
}
