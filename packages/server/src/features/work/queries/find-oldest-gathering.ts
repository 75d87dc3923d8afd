import type { Tx } from '../../../platform/db/transaction.ts'

/** The day for which roll-ups were last gathered, of several the earliest; null when there are none. */
export async function findOldestGathering(tx: Tx, organisationId: string): Promise<string | null> {
  const rows = await tx.query<{ day: string | null }>({
    name: 'work_find_oldest_gathering',
    text: `
select min(coalesce(f.gathered_on, date '1900-01-01')) as day
from custom_field f
where f.organisation_id = $1
  and f.kind = 'rollUp'
  and f.archived_at is null`,
    values: [organisationId],
  })
  return rows[0]?.day ?? null
}
