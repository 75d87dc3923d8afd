import type { Tx } from '../../../platform/db/transaction.ts'

/** Which of some keys of contents a file, an import or an export refers to; a removed file still does. */
export async function findReferred(
  tx: Tx,
  organisationId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ key: string }>({
    name: 'files_find_referred',
    text: `
select k.key
from unnest($2::text[]) as k (key)
where exists (
  select 1
  from file f
  where f.organisation_id = $1
    and k.key = f.organisation_id || '/' || left(f.sha256, 2) || '/' || f.sha256
    and f.sha256 = right(k.key, 64))
or exists (
  select 1
  from import_run r
  where r.organisation_id = $1
    and r.file_key = k.key)
or exists (
  select 1
  from organisation_export x
  where x.organisation_id = $1
    and x.file_key = k.key)
order by k.key`,
    values: [organisationId, keys],
  })
  return new Set(rows.map((row) => row.key))
}
