import type { Event } from '@millrace/core/kernel'
import { type News, newsOf, TOLD_EVENTS } from '@millrace/core/notify'
import { handoversOf } from '@millrace/core/work'
import { askingReaction, type Reaction, type Unit } from '../../platform/commands/index.ts'
import { findConcerned } from './queries/find-concerned.ts'
import type { AudienceRow } from './queries/read-audience.ts'
import { addFollowers, moveReminders } from './store/wishes.ts'
import { findAudience, tell } from './tell.ts'

/** What this feature makes of what happens elsewhere. */
export const notifyReactions: readonly Reaction[] = [
  { kinds: ['work.merged'], react: followOn },
  askingReaction({ kinds: TOLD_EVENTS, ask: findWhomToTell, react: tellPeople }),
]

/** Whom to tell; null when that is known only afterwards: a merge brings along those who followed what was merged. */
async function findWhomToTell(unit: Unit, events: readonly Event[]): Promise<readonly AudienceRow[] | null> {
  if (events.some(({ kind }) => kind === 'work.took_in')) return null
  return await findAudience(unit, newsIn(unit, events), unit.principal.personId)
}

/** An engine only draws the consequences of what a person did: it is that person's act. */
async function tellPeople(
  unit: Unit,
  events: readonly Event[],
  audience: readonly AudienceRow[] | null,
): Promise<void> {
  await tell(unit, newsIn(unit, events), { by: unit.principal.personId, audience })
}

function newsIn(unit: Unit, events: readonly Event[]): readonly News[] {
  const since = unit.origin.kind === 'demo' ? unit.origin.newsSince : null
  return events.filter(({ at }) => since === null || at >= since).flatMap(newsOf)
}

/** Whoever had to do with items that were merged follows those that stay; reminders go along. */
async function followOn(unit: Unit, events: readonly Event[]): Promise<void> {
  const handovers = handoversOf(events)
  await addFollowers(unit, await findConcerned(unit.tx, unit.organisationId, handovers))
  await moveReminders(unit, handovers)
}
