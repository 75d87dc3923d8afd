import type { CaseItem } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { CASE_ITEM_COLUMNS, type CaseItemRow, toCaseItem } from '../store/case-items.ts'

/** Planned items by id. */
export async function findCaseItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly CaseItem[]> {
  const rows = await tx.query<CaseItemRow>({
    name: 'case_find_items',
    text: `
select ${CASE_ITEM_COLUMNS}
from case_item p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
order by p.id`,
    values: [organisationId, ids],
  })
  return rows.map(toCaseItem)
}

/** An item as a member of a case, with its place in the plan when it has one. */
export type Member = {
  readonly case_id: string
  readonly item_id: string
  readonly case_item_id: string | null
  readonly stage_id: string | null
  readonly is_discretionary: boolean
  readonly is_required: boolean
  readonly is_started: boolean
  readonly is_done: boolean
}

const MEMBER_COLUMNS = `w.id as item_id, p.id as case_item_id, p.stage_id,
  coalesce(p.is_discretionary, false) as is_discretionary, coalesce(p.is_required, false) as is_required,
  w.state_group not in ('backlog', 'ready') as is_started, w.state_group = 'done' as is_done`

/** Which of some items are members of which case, as asked. */
export async function findMembers(
  unit: Unit,
  wanted: readonly { readonly containerId: string; readonly itemId: string }[],
): Promise<readonly Member[]> {
  return await unit.tx.query<Member>({
    name: 'case_find_members',
    text: `
select x.case_id, ${MEMBER_COLUMNS}
from (
  select distinct case_id, item_id
  from json_to_recordset($2::json) as y (case_id uuid, item_id uuid)
) x
join work_item w on w.organisation_id = $1 and w.id = x.item_id and x.case_id = any(w.container_ids)
left join case_item p on p.organisation_id = $1 and p.case_id = x.case_id and p.item_id = x.item_id
order by x.case_id, w.id`,
    values: [
      unit.organisationId,
      JSON.stringify(wanted.map(({ containerId, itemId }) => ({ case_id: containerId, item_id: itemId }))),
    ],
  })
}

/** The items of a case that are not archived, in manual order. */
export async function listMembers(
  tx: Tx,
  organisationId: string,
  caseId: string,
): Promise<readonly Member[]> {
  return await tx.query<Member>({
    name: 'case_list_members',
    text: `
select $2::uuid as case_id, ${MEMBER_COLUMNS}
from work_item w
left join case_item p on p.organisation_id = w.organisation_id and p.case_id = $2 and p.item_id = w.id
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
order by w.rank, w.id
limit 20000`,
    values: [organisationId, caseId],
  })
}
