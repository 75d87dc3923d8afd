import type { Tx } from '../../../platform/db/transaction.ts'

/** Whether any link leads out of some projects; null: of any. Asked before what is only worth asking then. */
export async function isAnythingTied(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[] | null,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'schedule_is_anything_tied',
    text: `
select
from plan_outside_link x
where x.organisation_id = $1
  and ($2::uuid[] is null or x.project_id = any($2::uuid[]))
limit 1`,
    values: [organisationId, projectIds],
  })
  return rows.length > 0
}
