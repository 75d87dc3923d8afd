import type { FileView } from '@millrace/contract'
import type { Handover } from '@millrace/core/work'
import { handoverValues, type MovedPart, type Unit } from '../../platform/commands/index.ts'
import { sqlMoment } from '../../platform/db/sql-moment.ts'

export type FileRow = {
  readonly id: string
  readonly item_id: string | null
  readonly container_id: string | null
  readonly name: string
  readonly media_type: string
  readonly size_bytes: number
  readonly sha256: string
  readonly uploaded_by: string
  readonly uploaded_at: number
  readonly version: number
}

/** The columns of `file f`. */
export const FILE_COLUMNS = [
  'id',
  'item_id',
  'container_id',
  'name',
  'media_type',
  'size_bytes',
  'sha256',
  'uploaded_by',
  'uploaded_at',
  'version',
]
  .map((column) => `f.${column}`)
  .join(', ')

/** The file of a row. */
export function toFile(row: FileRow): FileView {
  return {
    id: row.id,
    itemId: row.item_id,
    containerId: row.container_id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
    version: row.version,
  }
}

/** Attaches files whose contents are in the store. */
export async function insertFiles(unit: Unit, files: readonly FileView[]): Promise<void> {
  const rows = files.map((file) => ({
    id: file.id,
    item_id: file.itemId,
    container_id: file.containerId,
    name: file.name,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    uploaded_by: file.uploadedBy,
    uploaded_at: sqlMoment(file.uploadedAt),
    version: file.version,
  }))
  await unit.tx.query({
    name: 'files_insert_files',
    text: `
insert into file (organisation_id, id, item_id, container_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at, version, origin)
select $1, r.id, r.item_id, r.container_id, r.name, r.media_type, r.size_bytes, r.sha256, r.uploaded_by, r.uploaded_at, r.version, $3
from json_populate_recordset(null::file, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows), unit.origin.kind],
  })
}

/** Takes files away. Their rows stay, and their contents until a job finds that nobody needs them. */
export async function removeFiles(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'files_remove_files',
    text: `
update file f
set removed_at = $3,
    version = f.version + 1
where f.organisation_id = $1
  and f.id = any($2::uuid[])
  and f.removed_at is null`,
    values: [unit.organisationId, ids, sqlMoment(unit.now)],
  })
}

/** Attaches all files of items to other items and tells which went where. */
export async function moveFiles(unit: Unit, handovers: readonly Handover[]): Promise<readonly MovedPart[]> {
  return await unit.tx.query<MovedPart>({
    text: `
update file f
set item_id = h.into_id,
    version = f.version + 1
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
where f.organisation_id = $1
  and f.item_id = h.from_id
returning f.id, f.item_id`,
    values: handoverValues(unit, handovers),
  })
}

/**
 * Deletes the rows of all files of items and containers, for good, and tells which there were. A job
 * finds that nobody needs their contents.
 */
export async function deleteFilesOf(
  unit: Unit,
  places: { readonly itemIds: readonly string[]; readonly containerIds: readonly string[] },
): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
delete from file f
where f.organisation_id = $1
  and (f.item_id = any($2::uuid[]) or f.container_id = any($3::uuid[]))
returning f.id`,
    values: [unit.organisationId, places.itemIds, places.containerIds],
  })
  return rows.map(({ id }) => id)
}
