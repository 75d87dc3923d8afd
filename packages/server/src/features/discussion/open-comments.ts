import type { Unit } from '../../platform/commands/index.ts'
import { commentEvent } from './comment-event.ts'
import { type Comment, insertComments } from './store.ts'

/** Something that was said elsewhere, before its item came here. */
export type OpenComment = Pick<Comment, 'id' | 'itemId' | 'authorId' | 'body' | 'replyToId' | 'createdAt'>

/**
 * Adds what was said about items elsewhere, with who said it and when. The items are all at home in
 * one container, and whoever calls has just opened them; nobody is told.
 */
export async function openComments(
  unit: Unit,
  containerId: string,
  said: readonly OpenComment[],
): Promise<void> {
  if (said.length === 0) return
  const comments = said.map(
    (comment): Comment => ({
      ...comment,
      createdAt: Math.min(comment.createdAt, unit.now),
      mentions: [],
      editedAt: null,
      removedAt: null,
      version: 1,
    }),
  )
  await insertComments(unit, comments)
  unit.record(
    comments.map((comment) =>
      commentEvent(unit, { kind: 'discussion.added', comment, containerId, called: [] }),
    ),
  )
}
