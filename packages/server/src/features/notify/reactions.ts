import type { Event } from '@millrace/core/kernel'
import { newsOf, TOLD_EVENTS } from '@millrace/core/notify'
import { handoversOf } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { followOn } from './store/wishes.ts'
import { tell } from './tell.ts'

/** What this feature makes of what happens elsewhere. */
export const notifyReactions: readonly Reaction[] = [
  { kinds: ['work.merged'], react: async (unit, events) => followOn(unit, handoversOf(events)) },
  { kinds: TOLD_EVENTS, react: tellPeople },
]

/** An engine only draws the consequences of what a person did: it is that person's act. */
async function tellPeople(unit: Unit, events: readonly Event[]): Promise<void> {
  const since = unit.origin.kind === 'demo' ? unit.origin.newsSince : null
  const news = events.filter(({ at }) => since === null || at >= since).flatMap(newsOf)
  await tell(unit, news, { by: unit.principal.personId })
}
