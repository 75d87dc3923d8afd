import type { RefusalEntry } from './entry.ts'

export const discussionRefusals = {
  'discussion.not_yours': {
    status: 403,
    sentence: 'This comment is somebody else’s.',
    remedy: 'Answer it instead.',
  },
  'discussion.removed': {
    status: 409,
    sentence: 'This comment was removed.',
    remedy: 'Write a new one.',
  },
  'discussion.reply_unknown': {
    status: 422,
    sentence: 'The comment you answer is not there, or belongs to another item.',
    remedy: 'Reload the discussion.',
  },
  'discussion.mention_without_access': {
    status: 422,
    sentence: '{count} of the people you mention cannot see {key}.',
    remedy: 'Let them in first, or leave them out.',
  },
} as const satisfies Record<string, RefusalEntry>
