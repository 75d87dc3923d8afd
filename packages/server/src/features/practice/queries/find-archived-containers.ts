import type { Tx } from '../../../platform/db/transaction.ts'

/** Which of some containers are archived, with their names. */
export async function findArchivedContainers(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string }>({
    name: 'practice_find_archived_containers',
    text: `
select c.id, c.name
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.archived_at is not null
order by c.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
