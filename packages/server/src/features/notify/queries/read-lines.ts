import type { TellReason } from '@millrace/core/notify'
import type { StateGroup } from '@millrace/core/work'
import type { MomentCursor } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { LineEvent } from '../store/notifications.ts'

/** Which lines of an inbox are wanted. */
export type Show = 'unread' | 'all' | 'mentions' | 'snoozed'

export type LineRow = {
  readonly id: string
  readonly item_id: string | null
  readonly item_key: string | null
  readonly state_group: StateGroup | null
  readonly instance_id: string | null
  readonly number: number | null
  readonly title: string
  readonly container_ids: readonly string[]
  readonly reason: TellReason
  readonly events: readonly LineEvent[]
  readonly last_at: number
  readonly read_at: number | null
  readonly snoozed_until: number | null
  readonly version: number
}

/** Whose inbox, and what of it they may see: what is out of their sight has left it, too. */
export type Inbox = {
  readonly organisationId: string
  readonly personId: string
  /** Null: every container. */
  readonly containerIds: readonly string[] | null
  readonly now: number
}

const AWAKE = '(n.snoozed_until is null or n.snoozed_until <= $4)'
const SHOWN: Readonly<Record<Show, string>> = {
  unread: `n.read_at is null and ${AWAKE}`,
  // The moment is bound in any case.
  all: '$4::timestamptz is not null',
  mentions: `n.is_mention and ${AWAKE}`,
  snoozed: 'n.read_at is null and n.snoozed_until > $4',
}

/** Lines with what they are about: an item, as far as the wall before confidential ones shows it, or an instance. */
const ABOUT = `from notification n
left join work_item w on w.organisation_id = $1 and w.id = n.item_id
left join process_instance i on i.organisation_id = $1 and i.id = n.instance_id`
const CONTAINERS = 'coalesce(w.container_ids, array[i.process_id])'
const SEEN = `(w.id is not null or i.id is not null)
  and ($3::uuid[] is null or ${CONTAINERS} && $3)`

/** A page of somebody's inbox, newest first. */
export async function readLinePage(
  tx: Tx,
  inbox: Inbox,
  page: { readonly show: Show; readonly after: MomentCursor | null; readonly limit: number },
): Promise<readonly LineRow[]> {
  const { show, after, limit } = page
  return await tx.query<LineRow>({
    name: `notify_read_line_page_${show}`,
    text: `
select n.id, n.item_id, w.key as item_key, w.state_group, n.instance_id, i.number, coalesce(w.title, i.title) as title,
  ${CONTAINERS} as container_ids, n.reason, n.events, n.last_at, n.read_at, n.snoozed_until, n.version
${ABOUT}
where n.organisation_id = $1
  and n.person_id = $2
  and ${SEEN}
  and ${SHOWN[show]}
  and ($5::timestamptz is null or (n.last_at, n.id) < ($5, $6::uuid))
order by n.last_at desc, n.id desc
limit $7`,
    values: [
      inbox.organisationId,
      inbox.personId,
      inbox.containerIds,
      sqlMoment(inbox.now),
      sqlMoment(after?.at ?? null),
      after?.id ?? null,
      limit,
    ],
  })
}

/** How many lines of somebody's inbox are unread. */
export async function countLines(
  tx: Tx,
  inbox: Inbox,
): Promise<{ readonly unread: number; readonly mentions: number }> {
  const rows = await tx.query<{ unread: number; mentions: number }>({
    name: 'notify_count_lines',
    text: `
select count(*)::integer as unread, (count(*) filter (where n.is_mention))::integer as mentions
${ABOUT}
where n.organisation_id = $1
  and n.person_id = $2
  and ${SEEN}
  and ${SHOWN.unread}`,
    values: [inbox.organisationId, inbox.personId, inbox.containerIds, sqlMoment(inbox.now)],
  })
  return rows[0] ?? { unread: 0, mentions: 0 }
}

/** The beginnings of comments that still stand, by comment. */
export async function readExcerpts(
  tx: Tx,
  organisationId: string,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (commentIds.length === 0) return new Map()
  const rows = await tx.query<{ id: string; excerpt: string }>({
    name: 'notify_read_excerpts',
    text: `
select m.id, left(m.body, 240) as excerpt
from comment m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
  and m.removed_at is null
order by m.id`,
    values: [organisationId, commentIds],
  })
  return new Map(rows.map(({ id, excerpt }) => [id, excerpt]))
}

/** Who owns lines, and where their items are. */
export async function findLineOwners(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<
  readonly { readonly id: string; readonly person_id: string; readonly container_ids: readonly string[] }[]
> {
  return await tx.query({
    name: 'notify_find_line_owners',
    text: `
select n.id, n.person_id, ${CONTAINERS} as container_ids
${ABOUT}
where n.organisation_id = $1
  and n.id = any($2::uuid[])
  and (w.id is not null or i.id is not null)
order by n.id`,
    values: [organisationId, ids],
  })
}
