import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import type { Comment } from './store.ts'

/** What was said is not in the event: a removed comment leaves no words behind. */
export function commentEvent(
  unit: Unit,
  fact: {
    readonly kind: 'discussion.added' | 'discussion.edited' | 'discussion.removed'
    readonly comment: Comment
    readonly containerId: string | null
    /** Who is mentioned and was not before. */
    readonly called: readonly string[]
  },
): Event {
  const { id, itemId, mentions, replyToId } = fact.comment
  return {
    id: unit.newId<'Event'>(),
    kind: fact.kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'comment', id },
    containerId: fact.containerId,
    data: { itemId, mentions, replyToId, called: fact.called },
    touches: [{ kind: 'item', id: itemId }],
  }
}
