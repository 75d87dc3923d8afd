import type { Tx } from '../../../platform/db/transaction.ts'

/** How many required items are open in each of some cases; cases without any are absent. */
export async function countRequiredOpen(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ case_id: string; count: number }>({
    name: 'case_count_required_open',
    text: `
select p.case_id, count(*)::integer as count
from case_item p
join work_item w on w.organisation_id = p.organisation_id and w.id = p.item_id
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])
  and p.is_required
  and p.case_id = any(w.container_ids)
  and w.state_group <> 'done'
  and w.archived_at is null
group by p.case_id
order by p.case_id`,
    values: [organisationId, caseIds],
  })
  return new Map(rows.map((row) => [row.case_id, row.count]))
}

/** How many required items are open in each of some stages; stages without any are absent. */
export async function countRequiredOpenInStages(
  tx: Tx,
  organisationId: string,
  stageIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ stage_id: string; count: number }>({
    name: 'case_count_required_open_in_stages',
    text: `
select p.stage_id, count(*)::integer as count
from case_item p
join work_item w on w.organisation_id = p.organisation_id and w.id = p.item_id
where p.organisation_id = $1
  and p.stage_id = any($2::uuid[])
  and p.is_required
  and p.case_id = any(w.container_ids)
  and w.state_group <> 'done'
  and w.archived_at is null
group by p.stage_id
order by p.stage_id`,
    values: [organisationId, stageIds],
  })
  return new Map(rows.map((row) => [row.stage_id, row.count]))
}
