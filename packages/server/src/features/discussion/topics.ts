import { mayInContainers } from '../../platform/commands/index.ts'
import { shownTo, type Topic } from '../../platform/realtime/index.ts'
import { findComments } from './queries/find-comments.ts'

/** What this feature shows on the change stream: comments, to whoever sees their item. */
export const discussionTopics: readonly Topic[] = [
  {
    kind: 'comment',
    load: async (tx, organisationId, ids) => {
      const comments = await findComments(tx, organisationId, ids)
      return new Map(
        comments.map(({ comment, containerIds }) => [
          comment.id,
          shownTo(comment, ({ access }) => mayInContainers(access, 'container.read', containerIds)),
        ]),
      )
    },
  },
]
