import { z } from 'zod'
import { operation } from '../operation.ts'
import { discussionRoutes } from '../routes/discussion.ts'
import { id, nextCursor, pageInput } from '../schemas/base.ts'
import { commentView } from '../schemas/comment.ts'

const body = z.string().trim().min(1).max(20_000).describe('Markdown')
const mentions = z
  .array(id)
  .max(50)
  .describe('People who are to look at it; they must be able to see the item')

export const discussionOperations = {
  'discussion.addComment': operation({
    id: 'discussion.addComment',
    route: discussionRoutes['discussion.addComment'],
    summary: 'Say something about an item.',
    permission: 'item.comment',
    input: z.object({
      id,
      itemId: id,
      body,
      mentions: mentions.default([]),
      replyToId: id.nullable().default(null),
    }),
    output: commentView,
    refusals: [
      'discussion.mention_without_access',
      'discussion.reply_unknown',
      'work.archived',
      'platform.not_found',
      'platform.exists',
    ],
  }),
  'discussion.editComment': operation({
    id: 'discussion.editComment',
    route: discussionRoutes['discussion.editComment'],
    summary: 'Change what you said.',
    permission: 'item.comment',
    input: z.object({
      id,
      version: z.int().optional().describe('Refuse unless it is at this version'),
      body,
      mentions: mentions.optional().describe('As they were when left out'),
    }),
    output: commentView,
    refusals: [
      'discussion.not_yours',
      'discussion.removed',
      'discussion.mention_without_access',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'discussion.removeComment': operation({
    id: 'discussion.removeComment',
    route: discussionRoutes['discussion.removeComment'],
    summary: 'Take back what you said, or what was said where you manage. Its words are gone for good.',
    permission: 'item.comment',
    input: z.object({ id }),
    output: commentView,
    refusals: ['discussion.not_yours', 'platform.not_found'],
  }),
  'discussion.listComments': operation({
    id: 'discussion.listComments',
    route: discussionRoutes['discussion.listComments'],
    summary: 'What was said about an item, oldest first.',
    permission: 'container.read',
    input: z.object({ itemId: id, ...pageInput }),
    output: z.object({ comments: z.array(commentView), next: nextCursor }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
} as const
