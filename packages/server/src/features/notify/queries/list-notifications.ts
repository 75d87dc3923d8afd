import { type NotificationView, operations } from '@millrace/contract'
import type { NewsKind } from '@millrace/core/notify'
import {
  decodeMomentCursor,
  encodeMomentCursor,
  type QueryContext,
  query,
  roleIn,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import { findStandings, type Standing } from './find-reasons.ts'
import { countLines, type Inbox, type LineRow, readExcerpts, readLinePage } from './read-lines.ts'

/** A page of one's own inbox, newest first. */
export const listNotifications = query(operations['notify.listNotifications'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { show, limit } = input
  const after = input.cursor === undefined ? null : decodeMomentCursor(input.cursor)
  const rows = await readLinePage(tx, inboxOf(context), { show, after, limit })
  const commentIds = rows.flatMap(({ events }) => events.flatMap(({ commentId }) => commentId ?? []))
  const itemIds = [...new Set(rows.flatMap((row) => row.item_id ?? []))]
  const [excerpts, standings] = await Promise.all([
    readExcerpts(tx, organisationId, [...new Set(commentIds)]),
    findStandings(tx, organisationId, { personId: principal.personId, itemIds }),
  ])
  const notifications = rows.map((row) =>
    present(row, {
      excerpts,
      standing: standings.get(row.item_id ?? ''),
      containerId: row.container_ids.find((id) => roleIn(principal.access, id) !== null) ?? '',
    }),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { notifications, next: last ? encodeMomentCursor({ at: last.last_at, id: last.id }) : null }
})

/** How much of one's inbox is unread. */
export const countNotifications = query(operations['notify.countNotifications'], async (context) =>
  countLines(context.tx, inboxOf(context)),
)

function inboxOf({ organisationId, principal, now }: QueryContext): Inbox {
  const containerIds = visibleContainerIds(principal.access)
  return { organisationId, personId: principal.personId, containerIds, now }
}

function aboutOf({
  item_id: itemId,
  item_key: key,
  state_group: stateGroup,
  ...row
}: LineRow): NotificationView['about'] {
  if (itemId !== null && key !== null && stateGroup !== null) return { kind: 'item', itemId, key, stateGroup }
  return { kind: 'instance', instanceId: row.instance_id ?? '', number: row.number ?? 0 }
}

function present(
  row: LineRow,
  around: {
    readonly excerpts: ReadonlyMap<string, string>
    readonly standing: Standing | undefined
    readonly containerId: string
  },
): NotificationView {
  return {
    id: row.id,
    about: aboutOf(row),
    title: row.title,
    containerId: around.containerId,
    reason: row.reason,
    isFollowing: around.standing?.isFollowing ?? false,
    events: row.events.map((event) => ({
      ...event,
      kind: event.kind as NewsKind, // Only these are written.
      excerpt: event.commentId === null ? null : (around.excerpts.get(event.commentId) ?? null),
    })),
    lastAt: row.last_at,
    readAt: row.read_at,
    snoozedUntil: row.snoozed_until,
    version: row.version,
  }
}
