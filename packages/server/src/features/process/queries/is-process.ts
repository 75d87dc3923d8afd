import type { Tx } from '../../../platform/db/transaction.ts'

/** Whether a container is a process. */
export async function isProcess(tx: Tx, organisationId: string, containerId: string): Promise<boolean> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_is_process',
    text: `
select c.id
from container c
where c.organisation_id = $1
  and c.id = $2
  and c.kind = 'process'`,
    values: [organisationId, containerId],
  })
  return rows.length > 0
}
