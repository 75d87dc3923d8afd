import type { Tx } from '../../../platform/db/transaction.ts'

/** Which of some instances are suspended. */
export async function findSuspended(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_suspended',
    text: `
select i.id
from process_instance i
where i.organisation_id = $1
  and i.id = any($2::uuid[])
  and i.suspended_at is not null
order by i.id`,
    values: [organisationId, instanceIds],
  })
  return new Set(rows.map(({ id }) => id))
}
