import { type Db, runAlone } from '../../../platform/db/transaction.ts'

/** The ids of some organisations in their order, from the one after `after` on; for upkeep that goes through all. */
export async function listOrganisationIds(
  db: Db,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await runAlone<{ id: string }>(db, {
    name: 'identity_list_organisation_ids',
    text: 'select o.id from organisation o where o.id > $1 order by o.id limit $2',
    values: [page.after, page.limit],
  })
  return rows.map(({ id }) => id)
}
