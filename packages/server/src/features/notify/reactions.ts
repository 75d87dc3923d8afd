import type { Event } from '@millrace/core/kernel'
import { newsOf, TOLD_EVENTS } from '@millrace/core/notify'
import { handoversOf } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { findConcerned } from './queries/find-concerned.ts'
import { addFollowers, moveReminders } from './store/wishes.ts'
import { tell } from './tell.ts'

/** What this feature makes of what happens elsewhere. */
export const notifyReactions: readonly Reaction[] = [
  { kinds: ['work.merged'], react: followOn },
  { kinds: TOLD_EVENTS, react: tellPeople },
]

/** An engine only draws the consequences of what a person did: it is that person's act. */
async function tellPeople(unit: Unit, events: readonly Event[]): Promise<void> {
  const since = unit.origin.kind === 'demo' ? unit.origin.newsSince : null
  const news = events.filter(({ at }) => since === null || at >= since).flatMap(newsOf)
  await tell(unit, news, { by: unit.principal.personId })
}

/** Whoever had to do with items that were merged follows those that stay; reminders go along. */
async function followOn(unit: Unit, events: readonly Event[]): Promise<void> {
  const handovers = handoversOf(events)
  await addFollowers(unit, await findConcerned(unit.tx, unit.organisationId, handovers))
  await moveReminders(unit, handovers)
}
