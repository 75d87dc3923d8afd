import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { gatherEverywhere } from './gather-roll-ups.ts'
import { type PracticeRenaming, renamePracticeOfItems } from './store/practice-names.ts'

/** So many items an event touches at most. */
const TOUCHED_AT_ONCE = 500

/**
 * Lets items that name a practice name it as it is called from now on, all of them in one statement. Whoever looks
 * at them is sent them anew; it is no part of their own history. Whether the person may do so is the caller's
 * question.
 */
export async function renamePractices(unit: Unit, renamings: readonly PracticeRenaming[]): Promise<void> {
  if (renamings.length === 0) return
  const ids = await renamePracticeOfItems(unit, renamings)
  if (ids.length === 0) return
  // Formulas may name practices.
  await gatherEverywhere(unit)
  unit.record(renamed(unit, ids))
}

function renamed(unit: Unit, ids: readonly string[]): readonly Event[] {
  const events: Event[] = []
  for (let at = 0; at < ids.length; at += TOUCHED_AT_ONCE) {
    const some = ids.slice(at, at + TOUCHED_AT_ONCE)
    events.push({
      ...{ id: unit.newId<'Event'>(), kind: 'work.practice_renamed', at: unit.now, actor: unit.actor },
      ...{ subject: { kind: 'item', id: some[0] ?? '' }, containerId: null, data: {} },
      touches: some.map((id) => ({ kind: 'item', id })),
    })
  }
  return events
}
