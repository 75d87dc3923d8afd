import type { Event } from '@millrace/core/kernel'
import { handoversOf } from '@millrace/core/work'
import { movedEvents, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { moveFiles } from './store.ts'

/** What this feature makes of what happens elsewhere. */
export const filesReactions: readonly Reaction[] = [{ kinds: ['work.merged'], react: goAlong }]

/** What is attached to an item that was merged is attached to the one that stays. */
async function goAlong(unit: Unit, events: readonly Event[]): Promise<void> {
  const moved = await moveFiles(unit, handoversOf(events))
  unit.record(movedEvents(unit, { kind: 'files.moved', part: 'file', moved }))
}
