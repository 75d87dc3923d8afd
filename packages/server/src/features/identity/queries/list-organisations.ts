import { type Db, runAlone } from '../../../platform/db/transaction.ts'

/** The short names of some organisations on this installation; empty means that nobody has begun. */
export async function listOrganisationSlugs(db: Db): Promise<readonly string[]> {
  const rows = await runAlone<{ slug: string }>(db, {
    text: 'select o.slug from organisation o order by o.created_at, o.id limit 100',
  })
  return rows.map((row) => row.slug)
}
