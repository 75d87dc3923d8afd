import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import { askingReaction, type Reaction } from '../../platform/commands/index.ts'
import { patchItems } from '../work/index.ts'
import { deliverReaction } from './deliver-artifacts.ts'
import { findFollowed } from './queries/find-changes.ts'

type Created = Extract<WorkEvent, { readonly kind: 'work.created' }>

/** What this feature makes of what happens elsewhere: new items that name no practice follow that of their type, and
 * finished ones deliver the artifacts that they ask for. */
export const practiceReactions: readonly Reaction[] = [
  askingReaction({
    kinds: ['work.created'],
    ask: async ({ tx, organisationId }, events) =>
      await findFollowed(
        tx,
        organisationId,
        nameless(events).map(({ data }) => data.item.typeId),
      ),
    react: async (unit, events, followed) => {
      const named = nameless(events).flatMap(({ data: { item } }) => {
        const practice = followed.get(item.typeId)?.practice
        return practice ? [[item.id, practice] as const] : []
      })
      const practiceOf = new Map<string, string>(named)
      await patchItems(unit, [...practiceOf.keys()], ({ id }) => ({ practice: practiceOf.get(id) }))
    },
  }),
  deliverReaction,
]

function nameless(events: readonly Event[]): readonly Created[] {
  return events
    .filter((event): event is Created => event.kind === 'work.created')
    .filter(({ data }) => data.item.practice === null)
}
