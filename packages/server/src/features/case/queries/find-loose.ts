import type { Tx } from '../../../platform/db/transaction.ts'

/** Open items of cases that carry out nothing of their plans now, in manual order. */
export async function findLoose(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ id: string; case_id: string }>({
    name: 'case_find_loose',
    text: `
select w.id, c.case_id
from unnest($2::uuid[]) as c (case_id)
join work_item w on w.organisation_id = $1 and w.container_ids @> array[c.case_id]
where w.archived_at is null
  and w.state_group <> 'done'
  and w.parent_id is null
  and not exists (
    select 1
    from case_plan_item i
    where i.organisation_id = $1
      and i.case_id = c.case_id
      and i.item_id = w.id
      and i.state in ('active', 'suspended', 'failed'))
  and not exists (
    select 1
    from case_adopted_item a
    where a.organisation_id = $1
      and a.case_id = c.case_id
      and a.item_id = w.id)
order by c.case_id, w.rank, w.id
limit 2000`,
    values: [organisationId, caseIds],
  })
  return new Map(
    [...Map.groupBy(rows, (row) => row.case_id)].map(([id, own]) => [id, own.map((row) => row.id)]),
  )
}
