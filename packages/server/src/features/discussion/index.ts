import type { Command, Query } from '../../platform/commands/index.ts'
import { addComment, editComment, removeComment } from './commands/comment.ts'
import { listComments } from './queries/list-comments.ts'

/** Everything that can be done in discussions. */
export const discussionCommands: readonly Command[] = [addComment, editComment, removeComment]

/** Everything that can be asked about discussions. */
export const discussionQueries: readonly Query[] = [listComments]

export { forgetComments } from './forget-comments.ts'
export { type OpenComment, openComments } from './open-comments.ts'
export { discussionReactions } from './reactions.ts'
export { discussionTopics } from './topics.ts'
