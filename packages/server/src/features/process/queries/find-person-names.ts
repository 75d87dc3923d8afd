import type { Tx } from '../../../platform/db/transaction.ts'

/** How some people are called. */
export async function findPersonNames(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>({
    name: 'process_find_person_names',
    text: `
select p.id, p.name
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
order by p.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
