import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

/** Something somebody said about an item. A removed comment stays as an empty place. */
export const commentView = z.object({
  id,
  itemId: id,
  authorId: id,
  body: z.string().describe('Markdown; empty when removed'),
  mentions: z.array(id).describe('People who are to look at it'),
  replyToId: id.nullable(),
  createdAt: instant,
  editedAt: instant.nullable(),
  removedAt: instant.nullable(),
  version,
})
/** A comment as everybody sees it. */
export type CommentView = Frozen<z.infer<typeof commentView>>
