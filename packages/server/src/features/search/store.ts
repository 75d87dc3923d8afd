import { entryVector } from '@millrace/core/search'
import { foldText } from '@millrace/core/work'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Source } from './source.ts'

/** Where search entries are written: a unit of work, or a job that catches up. Nobody waits for what is written. */
export type Writing = { readonly tx: Tx; readonly organisationId: string }

const rowsOf = (sources: readonly Source[]) =>
  sources.map((source) => ({
    id: source.id,
    kind: source.kind,
    item_id: source.itemId,
    comment_id: source.kind === 'comment' ? source.id : null,
    file_id: source.kind === 'file' ? source.id : null,
    container_ids: source.containerIds,
    is_archived: source.isArchived,
    title: foldText(source.title),
    vector: entryVector(source),
  }))

/** Writes what can be found of things, and replaces what was known of them. */
export function putEntries({ tx, organisationId }: Writing, sources: readonly Source[]): void {
  if (sources.length === 0) return
  tx.send({
    name: 'search_put_entries',
    text: `
insert into search_entry as e (organisation_id, id, kind, item_id, comment_id, file_id, container_ids, is_archived, title, vector)
select $1, r.id, r.kind, r.item_id, r.comment_id, r.file_id, r.container_ids, r.is_archived, r.title, r.vector
from json_populate_recordset(null::search_entry, $2::json) r
order by r.id
on conflict (organisation_id, id) do update
set item_id = excluded.item_id,
    container_ids = excluded.container_ids,
    is_archived = excluded.is_archived,
    title = excluded.title,
    vector = excluded.vector`,
    values: [organisationId, JSON.stringify(rowsOf(sources))],
  })
}

/** Writes what can be found of things of which nothing is known yet: what others write meanwhile is newer. */
export function addEntries({ tx, organisationId }: Writing, sources: readonly Source[]): void {
  if (sources.length === 0) return
  tx.send({
    name: 'search_add_entries',
    text: `
insert into search_entry (organisation_id, id, kind, item_id, comment_id, file_id, container_ids, is_archived, title, vector)
select $1, r.id, r.kind, r.item_id, r.comment_id, r.file_id, r.container_ids, r.is_archived, r.title, r.vector
from json_populate_recordset(null::search_entry, $2::json) r
order by r.id
on conflict (organisation_id, id) do nothing`,
    values: [organisationId, JSON.stringify(rowsOf(sources))],
  })
}

/** Where items are and whether they are archived, which holds for what belongs to them as well. */
export type Place = {
  readonly id: string
  readonly container_ids: readonly string[]
  readonly is_archived: boolean
}

/** Writes where items are. */
export function putPlaces({ tx, organisationId }: Writing, places: readonly Place[]): void {
  if (places.length === 0) return
  tx.send({
    name: 'search_put_places',
    text: `
update search_entry e
set container_ids = r.container_ids,
    is_archived = r.is_archived
from json_populate_recordset(null::search_entry, $2::json) r
where e.organisation_id = $1
  and e.item_id = r.id`,
    values: [organisationId, JSON.stringify(places)],
  })
}

/** Forgets what can no longer be found. */
export function removeEntries({ tx, organisationId }: Writing, ids: readonly string[]): void {
  if (ids.length === 0) return
  tx.send({
    name: 'search_remove_entries',
    text: `
delete from search_entry e
where e.organisation_id = $1
  and e.id = any($2::uuid[])`,
    values: [organisationId, ids],
  })
}

/** Keeps the texts of files; empty for those that turned out not to be readable. */
export function keepFileTexts(
  { tx, organisationId }: Writing,
  texts: readonly { readonly file_id: string; readonly text: string }[],
): void {
  if (texts.length === 0) return
  tx.send({
    name: 'search_keep_file_texts',
    text: `
insert into search_file_text (organisation_id, file_id, text)
select $1, r.file_id, r.text
from json_populate_recordset(null::search_file_text, $2::json) r
on conflict (organisation_id, file_id) do nothing`,
    values: [organisationId, JSON.stringify(texts)],
  })
}
