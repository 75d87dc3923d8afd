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

/** Closed cases and completed stages in which one of some items is required and open. */
export async function findEnded(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly { readonly name: string; readonly is_case: boolean }[]> {
  return await tx.query<{ name: string; is_case: boolean }>({
    name: 'case_find_ended',
    text: `
select case when c.state = 'closed' then c.name else s.name end as name, c.state = 'closed' as is_case
from case_item p
join work_item w on w.organisation_id = p.organisation_id and w.id = p.item_id
join container c on c.organisation_id = p.organisation_id and c.id = p.case_id
left join case_stage s on s.organisation_id = p.organisation_id and s.id = p.stage_id
where p.organisation_id = $1
  and p.item_id = any($2::uuid[])
  and p.is_required
  and p.case_id = any(w.container_ids)
  and w.state_group <> 'done'
  and w.archived_at is null
  and (c.state = 'closed' or s.state = 'completed')
order by p.id
limit 1`,
    values: [organisationId, itemIds],
  })
}
