import type { FileView } from '@millrace/contract'
import type { MomentCursor } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { FILE_COLUMNS, type FileRow, toFile } from '../store.ts'

/** A file with the containers that show it. */
export type PlacedFile = { readonly file: FileView; readonly containerIds: readonly string[] }

/** Files by id; removed ones are absent. */
export async function findFiles(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly PlacedFile[]> {
  const rows = await tx.query<FileRow & { container_ids: readonly string[] }>({
    name: 'files_find_files',
    text: `
select ${FILE_COLUMNS}, coalesce(w.container_ids, array[f.container_id]) as container_ids
from file f
left join work_item w on w.organisation_id = f.organisation_id and w.id = f.item_id
where f.organisation_id = $1
  and f.id = any($2::uuid[])
  and f.removed_at is null
order by f.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({ file: toFile(row), containerIds: row.container_ids }))
}

/** Which page of files. */
export type FilePage = {
  readonly organisationId: string
  readonly placeId: string
  readonly before: MomentCursor | null
  readonly limit: number
}

/** A page of the files of an item, newest first. */
export async function readFilesOfItem(tx: Tx, page: FilePage): Promise<readonly FileView[]> {
  const rows = await tx.query<FileRow>({
    name: 'files_read_files_of_item',
    text: `
select ${FILE_COLUMNS}
from file f
where f.organisation_id = $1
  and f.item_id = $2
  and f.removed_at is null
  and ($3::timestamptz is null or (f.uploaded_at, f.id) < ($3, $4::uuid))
order by f.uploaded_at desc, f.id desc
limit $5`,
    values: valuesOf(page),
  })
  return rows.map(toFile)
}

/** A page of the files of a container and of the items in it, newest first. */
export async function readFilesOfContainer(tx: Tx, page: FilePage): Promise<readonly FileView[]> {
  const rows = await tx.query<FileRow>({
    name: 'files_read_files_of_container',
    text: `
select ${FILE_COLUMNS}
from (
  select o.*
  from file o
  where o.organisation_id = $1
    and o.container_id = $2
  union all
  select i.*
  from work_item w
  join file i on i.organisation_id = w.organisation_id and i.item_id = w.id
  where w.organisation_id = $1
    and w.container_ids @> array[$2::uuid]
) f
where f.organisation_id = $1
  and f.removed_at is null
  and ($3::timestamptz is null or (f.uploaded_at, f.id) < ($3, $4::uuid))
order by f.uploaded_at desc, f.id desc
limit $5`,
    values: valuesOf(page),
  })
  return rows.map(toFile)
}

function valuesOf({ organisationId, placeId, before, limit }: FilePage): readonly unknown[] {
  return [organisationId, placeId, before && new Date(before.at).toISOString(), before?.id ?? null, limit]
}
