import type { Tx } from '../../../platform/db/transaction.ts'
import { itemSource, type Source } from '../source.ts'
import type { Place } from '../store.ts'

type ItemRow = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly description: string
  readonly label_ids: readonly string[]
  readonly container_ids: readonly string[]
  readonly archived_at: number | null
}

/** What can be found of items. */
export async function readItemSources(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Source[]> {
  const rows = await tx.query<ItemRow>({
    name: 'search_read_item_sources',
    text: `
select w.id, w.key, w.title, w.description, w.label_ids, w.container_ids, w.archived_at
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) =>
    itemSource({
      ...row,
      labelIds: row.label_ids,
      containerIds: row.container_ids,
      archivedAt: row.archived_at,
    }),
  )
}

/** Where items are. */
export async function readPlaces(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Place[]> {
  return await tx.query<Place>({
    name: 'search_read_places',
    text: `
select w.id, w.container_ids, w.archived_at is not null as is_archived
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
}

type CommentRow = {
  readonly id: string
  readonly item_id: string
  readonly body: string
  readonly container_ids: readonly string[]
  readonly is_archived: boolean
}

/** What can be found of comments; those taken back are not among them. */
export async function readCommentSources(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Source[]> {
  const rows = await tx.query<CommentRow>({
    name: 'search_read_comment_sources',
    text: `
select m.id, m.item_id, m.body, w.container_ids, w.archived_at is not null as is_archived
from comment m
join work_item w on w.organisation_id = m.organisation_id and w.id = m.item_id
where m.organisation_id = $1
  and m.id = any($2::uuid[])
  and m.removed_at is null
order by m.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({
    ...{ id: row.id, kind: 'comment', itemId: row.item_id },
    ...{ containerIds: row.container_ids, isArchived: row.is_archived },
    ...{ title: '', names: '', text: row.body, labelIds: [] },
  }))
}

type FileRow = {
  readonly id: string
  readonly item_id: string | null
  readonly name: string
  readonly text: string
  readonly container_ids: readonly string[]
  readonly is_archived: boolean
}

/** What can be found of files; those taken away are not among them. */
export async function readFileSources(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Source[]> {
  const rows = await tx.query<FileRow>({
    name: 'search_read_file_sources',
    text: `
select f.id, f.item_id, f.name, coalesce(t.text, '') as text,
  coalesce(w.container_ids, array[f.container_id]) as container_ids, w.archived_at is not null as is_archived
from file f
left join work_item w on w.organisation_id = f.organisation_id and w.id = f.item_id
left join search_file_text t on t.organisation_id = f.organisation_id and t.file_id = f.id
where f.organisation_id = $1
  and f.id = any($2::uuid[])
  and f.removed_at is null
order by f.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({
    ...{ id: row.id, kind: 'file', itemId: row.item_id },
    ...{ containerIds: row.container_ids, isArchived: row.is_archived },
    ...{ title: row.name, names: '', text: row.text, labelIds: [] },
  }))
}
