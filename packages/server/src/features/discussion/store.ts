import type { CommentView } from '@millrace/contract'
import type { Handover } from '@millrace/core/work'
import { handoverValues, type MovedPart, type Unit } from '../../platform/commands/index.ts'
import { sqlMoment } from '../../platform/db/sql-moment.ts'

/** A comment; what is kept is what is shown. */
export type Comment = CommentView

export type CommentRow = {
  readonly id: string
  readonly item_id: string
  readonly author_id: string
  readonly body: string
  readonly mentions: readonly string[]
  readonly reply_to_id: string | null
  readonly created_at: number
  readonly edited_at: number | null
  readonly removed_at: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'item_id',
  'author_id',
  'body',
  'mentions',
  'reply_to_id',
  'created_at',
  'edited_at',
  'removed_at',
  'version',
]
/** The columns of `comment m`. */
export const COMMENT_COLUMNS = COLUMNS.map((column) => `m.${column}`).join(', ')

/** The comment of a row. */
export function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    itemId: row.item_id,
    authorId: row.author_id,
    body: row.body,
    mentions: row.mentions,
    replyToId: row.reply_to_id,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    removedAt: row.removed_at,
    version: row.version,
  }
}

/** Locks comments for change, always in the order of their ids. */
export async function lockComments(unit: Unit, ids: readonly string[]): Promise<Map<string, Comment>> {
  const rows = await unit.tx.query<CommentRow>({
    name: 'discussion_lock_comments',
    text: `
select ${COMMENT_COLUMNS}
from comment m
where m.organisation_id = $1
  and m.id = any($2::uuid[])
order by m.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toComment(row)]))
}

/** Adds comments; one may answer another of the same call. */
export async function insertComments(unit: Unit, comments: readonly Comment[]): Promise<void> {
  const rows = comments.map((comment) => ({
    id: comment.id,
    item_id: comment.itemId,
    author_id: comment.authorId,
    body: comment.body,
    mentions: comment.mentions,
    reply_to_id: comment.replyToId,
    created_at: sqlMoment(comment.createdAt),
    version: comment.version,
  }))
  await unit.tx.query({
    name: 'discussion_insert_comments',
    text: `
insert into comment (organisation_id, id, item_id, author_id, body, mentions, reply_to_id, created_at, version, origin)
select $1, r.id, r.item_id, r.author_id, r.body, r.mentions, r.reply_to_id, r.created_at, r.version, $3
from json_populate_recordset(null::comment, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows), unit.origin.kind],
  })
}

/** Writes the new state of locked comments. */
export async function updateComments(unit: Unit, comments: readonly Comment[]): Promise<void> {
  const rows = comments.map((comment) => ({
    id: comment.id,
    body: comment.body,
    mentions: comment.mentions,
    edited_at: sqlMoment(comment.editedAt),
    removed_at: sqlMoment(comment.removedAt),
    version: comment.version,
  }))
  await unit.tx.query({
    name: 'discussion_update_comments',
    text: `
update comment m
set body = r.body,
    mentions = r.mentions,
    edited_at = r.edited_at,
    removed_at = r.removed_at,
    version = r.version
from json_populate_recordset(null::comment, $2::json) r
where m.organisation_id = $1
  and m.id = r.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Brings all comments on items to other items, removed ones too, and tells which went where. */
export async function moveComments(
  unit: Unit,
  handovers: readonly Handover[],
): Promise<readonly MovedPart[]> {
  return await unit.tx.query<MovedPart>({
    text: `
update comment m
set item_id = h.into_id,
    version = m.version + 1
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
where m.organisation_id = $1
  and m.item_id = h.from_id
returning m.id, m.item_id`,
    values: handoverValues(unit, handovers),
  })
}

/** Deletes all comments on items, for good, and tells which they were. */
export async function deleteCommentsOn(unit: Unit, itemIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from comment c
where c.organisation_id = $1
  and c.item_id = any($2::uuid[])
returning c.id`,
    values: [unit.organisationId, itemIds],
  })
  return rows.map(({ id }) => id)
}
