import type { Event } from '@millrace/core/kernel'
import { isFresh, newsOf, TOLD_EVENTS } from '@millrace/core/notify'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { tell } from './tell.ts'

/** What this feature makes of what happens elsewhere. */
export const notifyReactions: readonly Reaction[] = [{ kinds: TOLD_EVENTS, react: tellPeople }]

/** An engine only draws the consequences of what a person did: it is that person's act. */
async function tellPeople(unit: Unit, events: readonly Event[]): Promise<void> {
  const now = Date.now()
  const news = events.filter((event) => isFresh(event.at, now)).flatMap(newsOf)
  await tell(unit, news, { by: unit.principal.personId })
}
