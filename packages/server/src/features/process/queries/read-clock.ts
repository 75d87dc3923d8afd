import type { Tx } from '../../../platform/db/transaction.ts'

/** The time zone in which an organisation lives. */
export async function readTimeZone(tx: Tx, organisationId: string): Promise<string> {
  const [row] = await tx.query<{ time_zone: string }>({
    name: 'process_read_time_zone',
    text: `
select o.time_zone
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  return row?.time_zone ?? 'UTC'
}
