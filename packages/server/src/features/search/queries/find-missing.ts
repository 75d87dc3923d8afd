import type { Tx } from '../../../platform/db/transaction.ts'

/** Where to look for what cannot be found yet, piece by piece in the order of ids. */
export type Piece = { readonly organisationId: string; readonly after: string; readonly limit: number }

type Found = { readonly id: string }

/** Items of which search knows nothing: made by an older Millrace. */
export async function findMissingItems(tx: Tx, piece: Piece): Promise<readonly string[]> {
  const rows = await tx.query<Found>({
    text: `
select w.id
from work_item w
where w.organisation_id = $1
  and w.id > $2
  and not exists (
    select 1 from search_entry e where e.organisation_id = w.organisation_id and e.id = w.id
  )
order by w.id
limit $3`,
    values: [piece.organisationId, piece.after, piece.limit],
  })
  return rows.map(({ id }) => id)
}

/** Comments of which search knows nothing. */
export async function findMissingComments(tx: Tx, piece: Piece): Promise<readonly string[]> {
  const rows = await tx.query<Found>({
    text: `
select m.id
from comment m
where m.organisation_id = $1
  and m.id > $2
  and m.removed_at is null
  and not exists (
    select 1 from search_entry e where e.organisation_id = m.organisation_id and e.id = m.id
  )
order by m.id
limit $3`,
    values: [piece.organisationId, piece.after, piece.limit],
  })
  return rows.map(({ id }) => id)
}

/** Files of which search knows nothing. */
export async function findMissingFiles(tx: Tx, piece: Piece): Promise<readonly string[]> {
  const rows = await tx.query<Found>({
    text: `
select f.id
from file f
where f.organisation_id = $1
  and f.id > $2
  and f.removed_at is null
  and not exists (
    select 1 from search_entry e where e.organisation_id = f.organisation_id and e.id = f.id
  )
order by f.id
limit $3`,
    values: [piece.organisationId, piece.after, piece.limit],
  })
  return rows.map(({ id }) => id)
}

/** Text files, small enough to be searched, that nobody has read yet. */
export async function findUnreadFiles(
  tx: Tx,
  piece: Piece & { readonly mediaTypes: readonly string[]; readonly maxBytes: number },
): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
  return await tx.query<{ id: string; sha256: string }>({
    text: `
select f.id, f.sha256
from file f
where f.organisation_id = $1
  and f.id > $2
  and f.removed_at is null
  and f.size_bytes <= $4
  and f.media_type = any($5::text[])
  and not exists (
    select 1 from search_file_text t where t.organisation_id = f.organisation_id and t.file_id = f.id
  )
order by f.id
limit $3`,
    values: [piece.organisationId, piece.after, piece.limit, piece.maxBytes, piece.mediaTypes],
  })
}
