import type { Command, Query } from '../../platform/commands/index.ts'
import { follow, unfollow } from './commands/follow-items.ts'
import { markAllRead, markRead, markUnread, snooze } from './commands/mark-lines.ts'
import { mute, unmute } from './commands/mute-news.ts'
import { nudge } from './commands/nudge-person.ts'
import { removeReminder, setReminder } from './commands/remind.ts'
import { getFollowing, listMutes } from './queries/get-following.ts'
import { countNotifications, listNotifications } from './queries/list-notifications.ts'

/** Everything that can be done about one's inbox. */
export const notifyCommands: readonly Command[] = [
  markRead,
  markUnread,
  markAllRead,
  snooze,
  follow,
  unfollow,
  nudge,
  setReminder,
  removeReminder,
  mute,
  unmute,
]

/** Everything that can be asked about it. */
export const notifyQueries: readonly Query[] = [
  listNotifications,
  countNotifications,
  getFollowing,
  listMutes,
]

export { forgetInboxes, forgetNews, INBOX_TABLES } from './forget-news.ts'
export { createAlertWork } from './jobs/alert-work.ts'
export { createComeBackJobs } from './jobs/come-back-jobs.ts'
export { notifyReactions } from './reactions.ts'
export { notifyTopics } from './topics.ts'
