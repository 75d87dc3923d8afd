import { operations } from '@millrace/contract'
import { decodeMomentCursor, demand, encodeMomentCursor, query } from '../../../platform/commands/index.ts'
import { readCommentPage } from './find-comments.ts'
import { findTalkedItems } from './find-talked.ts'

/** What was said about an item, oldest first. */
export const listComments = query(operations['discussion.listComments'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { itemId, limit } = input
  const item = (await findTalkedItems(tx, organisationId, [itemId])).get(itemId)
  demand(principal.access, {
    permission: 'container.read',
    containerIds: item?.container_ids ?? [],
    what: 'item',
  })
  const after = input.cursor === undefined ? null : decodeMomentCursor(input.cursor)
  const comments = await readCommentPage(tx, organisationId, { itemId, after, limit })
  const last = comments.length === limit ? comments.at(-1) : undefined
  return { comments, next: last ? encodeMomentCursor({ at: last.createdAt, id: last.id }) : null }
})
