import type { Event } from '@millrace/core/kernel'
import { handoversOf } from '@millrace/core/work'
import { movedEvents, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { moveEntries } from './store.ts'

/** What this feature makes of what happens elsewhere. */
export const costReactions: readonly Reaction[] = [{ kinds: ['work.merged'], react: goAlong }]

/** Time spent on an item that was merged was spent on the one that stays; running timers run on there. */
async function goAlong(unit: Unit, events: readonly Event[]): Promise<void> {
  const moved = await moveEntries(unit, handoversOf(events))
  unit.record(movedEvents(unit, { kind: 'cost.time_moved', part: 'timeEntry', moved }))
}
