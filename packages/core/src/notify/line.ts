import type { Instant } from '../kernel/index.ts'
import type { NewsKind } from './news.ts'

/** How long after its last event a line of the inbox takes in what happens next to the same item. */
export const MERGE_WINDOW_MS = 3_600_000
/** A line that has grown longer than this is followed by a new one. */
export const LINE_EVENTS_MAX = 50

/** An unread line of somebody's inbox, as far as taking in more goes. */
export type OpenLine = {
  readonly lastAt: Instant
  readonly eventCount: number
  readonly isSnoozed: boolean
  /** It tells that the item is due. */
  readonly isAlert: boolean
}

/**
 * Whether more news of the item joins an unread line instead of making one of its own. A line that
 * was put off stays so, and takes in what is not meant for the person; a date that is passed is one
 * line, however many days go by.
 */
export function joinsLine(
  line: OpenLine,
  news: { readonly kind: NewsKind; readonly at: Instant; readonly isAddressed: boolean },
): boolean {
  if (line.eventCount >= LINE_EVENTS_MAX) return false
  if (news.kind === 'alert' && line.isAlert) return true
  if (line.isSnoozed) return !news.isAddressed
  return Math.abs(news.at - line.lastAt) <= MERGE_WINDOW_MS
}
