import type { Db } from '../../../platform/db/transaction.ts'

/** A provider as it stands on the sign-in page. */
export type DoorRow = { readonly id: string; readonly name: string }

/** More buttons than a page has room for. */
const DOORS_MAX = 20

/** The providers that are on: those that are listed, or all of one organisation. */
export async function readDoors(db: Db, slug: string | null): Promise<DoorRow[]> {
  const { rows } = await db.pool.query<DoorRow>({
    name: 'identity_read_doors',
    text: `
select p.id, p.name
from auth_provider p
join organisation o on o.id = p.organisation_id
where p.is_enabled
  and case when $1::text is null then p.is_listed else o.slug = $1 end
order by p.name, p.id
limit $2`,
    values: [slug, DOORS_MAX],
  })
  return rows
}
