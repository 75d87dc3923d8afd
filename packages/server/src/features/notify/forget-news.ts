import type { Unit } from '../../platform/commands/index.ts'
import {
  deleteAbout,
  deleteAboutInstances,
  deleteInboxes,
  deleteMutesOf,
  type InstancesToForget,
} from './store/forget.ts'

/** The tables that go with the people they name. */
export const INBOX_TABLES = ['following', 'notification', 'mute', 'reminder', 'nudge'] as const

/** Deletes all news about items and instances, and what people muted of containers, before these go. Nobody misses it. */
export async function forgetNews(
  unit: Unit,
  about: { readonly itemIds: readonly string[] } & InstancesToForget,
): Promise<void> {
  if (about.itemIds.length > 0) await deleteAbout(unit, about.itemIds)
  if (about.instanceIds.length + about.containerIds.length > 0) await deleteAboutInstances(unit, about)
  if (about.containerIds.length > 0) await deleteMutesOf(unit, about.containerIds)
}

/** Deletes the inboxes of people, before they themselves go. */
export async function forgetInboxes(unit: Unit, personIds: readonly string[]): Promise<void> {
  if (personIds.length > 0) await deleteInboxes(unit, personIds)
}
