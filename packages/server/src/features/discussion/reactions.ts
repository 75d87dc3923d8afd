import type { Event } from '@millrace/core/kernel'
import { handoversOf } from '@millrace/core/work'
import { movedEvents, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { moveComments } from './store.ts'

/** What this feature makes of what happens elsewhere. */
export const discussionReactions: readonly Reaction[] = [{ kinds: ['work.merged'], react: goAlong }]

/** What was said about an item that was merged is said about the one that stays. */
async function goAlong(unit: Unit, events: readonly Event[]): Promise<void> {
  const moved = await moveComments(unit, handoversOf(events))
  unit.record(movedEvents(unit, { kind: 'discussion.moved', part: 'comment', moved }))
}
