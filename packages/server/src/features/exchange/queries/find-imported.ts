import type { Tx } from '../../../platform/db/transaction.ts'

/** An organisation that has the id or the short name that another one wants; the one with the id first. */
export async function findTaken(
  tx: Tx,
  wanted: { readonly id: string; readonly slug: string },
): Promise<{ readonly id: string; readonly slug: string } | undefined> {
  const rows = await tx.query<{ id: string; slug: string }>({
    text: `
select o.id, o.slug
from organisation o
where o.id = $1
  or o.slug = $2
order by o.id = $1 desc
limit 1`,
    values: [wanted.id, wanted.slug],
  })
  return rows[0]
}

/** The names of some files whose contents are none of those known. */
export async function listUnstored(
  tx: Tx,
  organisationId: string,
  known: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>({
    text: `
select f.name
from file f
where f.organisation_id = $1
  and f.sha256 <> all($2::text[])
order by f.uploaded_at, f.id
limit 10`,
    values: [organisationId, known],
  })
  return rows.map(({ name }) => name)
}
