import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'
import { stateGroup } from './item.ts'

export const newsKind = z.enum([
  'mention',
  'nudge',
  'assignment',
  'waiting',
  'reminder',
  'alert',
  'blocker',
  'date',
  'comment',
  'state',
  'result',
  'file',
])

export const tellReason = z.enum([
  'addressed',
  'responsible',
  'accountable',
  'requester',
  'author',
  'mentioned',
  'commenter',
  'follower',
])

export const notificationEvent = z.object({
  id,
  kind: newsKind,
  at: instant,
  personId: id.nullable().describe('Who did it; null: an engine, or time itself'),
  commentId: id.nullable(),
  excerpt: z.string().nullable().describe('The beginning of the comment, as long as it stands'),
  facts: z.record(z.string(), z.unknown()).describe('What tells it, by kind'),
})
/** One thing that happened, as a line of the inbox tells it. */
export type NotificationEvent = Frozen<z.infer<typeof notificationEvent>>

/** What a line is about: an item, or an instance of a process that never had one. */
const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemId: id, key: z.string(), stateGroup }),
  z.object({ kind: z.literal('instance'), instanceId: id, number: z.int() }),
])

/** What happened to one item or instance in a while, as one line of a person's inbox. */
export const notificationView = z.object({
  id,
  about,
  title: z.string(),
  containerId: id.describe('A container in which the person sees it'),
  reason: tellReason.describe('Why the person is told'),
  isFollowing: z.boolean().describe('Whether the person would hear of what happens next'),
  events: z.array(notificationEvent).describe('Oldest first'),
  lastAt: instant,
  readAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  version,
})
/** A line of somebody's inbox. */
export type NotificationView = Frozen<z.infer<typeof notificationView>>

export const reminderView = z.object({
  id,
  itemId: id,
  remindAt: instant,
  note: z.string(),
})
/** When a person wants to come back to an item. */
export type ReminderView = Frozen<z.infer<typeof reminderView>>

export const muteView = z.object({
  containerId: id.nullable().describe('Null: wherever it happens'),
  kind: newsKind.nullable().describe('Null: whatever happens'),
})
/** What a person does not want to be told of. */
export type MuteView = Frozen<z.infer<typeof muteView>>

export const followingView = z.object({
  itemId: id,
  isFollowing: z.boolean(),
  choice: z.boolean().nullable().describe('What the person said themselves; null: nothing'),
  reasons: z.array(tellReason).describe('Parts in the item that make the person follow it'),
  reminders: z.array(reminderView),
  nudgedAt: instant.nullable().describe('When the person it waits for was last nudged about it'),
})
/** What a person has to do with the news of an item. */
export type FollowingView = Frozen<z.infer<typeof followingView>>
