import { operations } from '@millrace/contract'
import { isId } from '@millrace/core/kernel'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { type CommentCursor, readCommentPage } from './find-comments.ts'
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
  const after = input.cursor === undefined ? null : decode(input.cursor)
  const comments = await readCommentPage(tx, organisationId, { itemId, after, limit })
  const last = comments.length === limit ? comments.at(-1) : undefined
  return { comments, next: last ? `${last.createdAt} ${last.id}` : null }
})

function decode(cursor: string): CommentCursor {
  const [at = '', id = ''] = cursor.split(' ')
  const createdAt = Number(at)
  const isSound = at !== '' && isId(id) && Math.abs(createdAt) <= MOMENT_MAX
  return isSound ? { createdAt, id } : refuse('platform.cursor_wrong')
}

/** The last moment that JavaScript knows. */
const MOMENT_MAX = 8.64e15
