import type { MomentCursor } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { COMMENT_COLUMNS, type Comment, type CommentRow, toComment } from '../store.ts'

/** Comments by id, with the containers that show them. */
export async function findComments(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly { readonly comment: Comment; readonly containerIds: readonly string[] }[]> {
  const rows = await tx.query<CommentRow & { container_ids: readonly string[] }>({
    name: 'discussion_find_comments',
    text: `
select ${COMMENT_COLUMNS}, w.container_ids
from comment m
join work_item w on w.organisation_id = m.organisation_id and w.id = m.item_id
where m.organisation_id = $1
  and m.id = any($2::uuid[])
order by m.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({ comment: toComment(row), containerIds: row.container_ids }))
}

/** A page of what was said about an item, oldest first. */
export async function readCommentPage(
  tx: Tx,
  organisationId: string,
  page: { readonly itemId: string; readonly after: MomentCursor | null; readonly limit: number },
): Promise<readonly Comment[]> {
  const { itemId, after, limit } = page
  const rows = await tx.query<CommentRow>({
    name: 'discussion_read_comment_page',
    text: `
select ${COMMENT_COLUMNS}
from comment m
where m.organisation_id = $1
  and m.item_id = $2
  and ($3::timestamptz is null or (m.created_at, m.id) > ($3, $4::uuid))
order by m.created_at, m.id
limit $5`,
    values: [organisationId, itemId, after && new Date(after.at).toISOString(), after?.id ?? null, limit],
  })
  return rows.map(toComment)
}
