import type { CaseEntry, PlanItemRow, SentryPartRow } from '@millrace/core/case'
import type { StateGroup } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { Adopted, CarriedRow } from '../store/plan-items.ts'
import { PLAN_COLUMNS, type PlanRow } from '../store/plans.ts'

/** The plans of cases; those that have none yet are absent. */
export async function findPlans(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<readonly PlanRow[]> {
  return await tx.query<PlanRow>({
    name: 'case_find_plans',
    text: `
select ${PLAN_COLUMNS}
from case_plan p
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])
order by p.case_id`,
    values: [organisationId, caseIds],
  })
}

/** A work item that carries out something of a plan. */
export type CarryingItem = {
  readonly id: string
  readonly key: string
  readonly stateGroup: StateGroup
  readonly isArchived: boolean
  readonly containerIds: readonly string[]
}

/** Something of a plan that has come, and the work item that carries it out. */
export type FoundRow = CarriedRow & { readonly item: CarryingItem | null }

type Row = Omit<PlanItemRow, never> & {
  readonly caseId: string
  readonly itemId: string | null
  readonly instanceId: string | null
  readonly calledCaseId: string | null
  readonly key: string | null
  readonly stateGroup: StateGroup | null
  readonly isArchived: boolean | null
  readonly containerIds: readonly string[] | null
}

/** What has come of the plans of cases, in the order of its coming. */
export async function findRows(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<readonly FoundRow[]> {
  const rows = await tx.query<Row>({
    name: 'case_find_rows',
    text: `
select i.case_id as "caseId", i.row_id as id, i.def as "defId", i.parent as "parentId", i.state, i.state_before as "stateBefore",
  i.round, i.since, i.is_required as "isRequired", i.cause, i.ended_by as "endedBy", i.done_by as "doneBy", i.timer,
  i.item_id as "itemId", i.instance_id as "instanceId", i.called_case_id as "calledCaseId",
  w.key, w.state_group as "stateGroup", w.archived_at is not null as "isArchived", w.container_ids as "containerIds"
from case_plan_item i
left join work_item w on w.organisation_id = i.organisation_id and w.id = i.item_id
where i.organisation_id = $1
  and i.case_id = any($2::uuid[])
order by i.case_id, i.row_id`,
    values: [organisationId, caseIds],
  })
  return rows.map(toFoundRow)
}

function toFoundRow(row: Row): FoundRow {
  const { caseId, itemId, instanceId, calledCaseId, key, stateGroup, isArchived, containerIds, ...own } = row
  return {
    ...{ caseId, row: own, carrier: { itemId, instanceId, calledCaseId } },
    item:
      itemId === null || key === null || stateGroup === null
        ? null
        : { id: itemId, key, stateGroup, isArchived: isArchived === true, containerIds: containerIds ?? [] },
  }
}

/** What the criteria of cases have seen. */
export async function findParts(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<readonly (SentryPartRow & { readonly caseId: string })[]> {
  return await tx.query<SentryPartRow & { readonly caseId: string }>({
    name: 'case_find_parts',
    text: `
select p.case_id as "caseId", p.item as "itemId", p.sentry as "sentryId", p.part, p.source as "sourceItemId", p.at
from case_sentry_part p
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])
order by p.case_id, p.item, p.sentry, p.part`,
    values: [organisationId, caseIds],
  })
}

/** Which items carry out steps to come. */
export async function findAdopted(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<readonly (Adopted & { readonly isDone: boolean })[]> {
  return await tx.query<Adopted & { readonly isDone: boolean }>({
    name: 'case_find_adopted',
    text: `
select a.case_id as "caseId", a.def, a.item_id as "itemId", w.state_group = 'done' as "isDone"
from case_adopted_item a
join work_item w on w.organisation_id = a.organisation_id and w.id = a.item_id
where a.organisation_id = $1
  and a.case_id = any($2::uuid[])
order by a.case_id, a.def`,
    values: [organisationId, caseIds],
  })
}

/** The cases in which some items carry out something. */
export async function findCaseIdsOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly string[]> {
  if (itemIds.length === 0) return []
  const rows = await tx.query<{ case_id: string }>({
    name: 'case_find_case_ids_of',
    text: `
select distinct i.case_id
from case_plan_item i
where i.organisation_id = $1
  and i.item_id = any($2::uuid[])
order by i.case_id`,
    values: [organisationId, itemIds],
  })
  return rows.map((row) => row.case_id)
}

/** The histories of cases, from the first entry on. */
export async function findHistories(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseEntry[]>> {
  const rows = await tx.query<CaseEntry & { readonly caseId: string }>({
    name: 'case_find_histories',
    text: `
select h.case_id as "caseId", h.at, h.actor, h.command, h.dues, h.happened
from case_history h
where h.organisation_id = $1
  and h.case_id = any($2::uuid[])
order by h.case_id, h.seq`,
    values: [organisationId, caseIds],
  })
  return new Map([...Map.groupBy(rows, ({ caseId }) => caseId)])
}

/** A page of the history of a case, the newest first. */
export async function readHistoryPage(
  tx: Tx,
  organisationId: string,
  of: { readonly caseId: string; readonly below: number | null; readonly limit: number },
): Promise<readonly (CaseEntry & { readonly seq: number })[]> {
  return await tx.query<CaseEntry & { readonly seq: number }>({
    name: 'case_read_history_page',
    text: `
select h.seq, h.at, h.actor, h.command, h.dues, h.happened
from case_history h
where h.organisation_id = $1
  and h.case_id = $2
  and h.seq < coalesce($3::integer, 2147483647)
order by h.seq desc
limit $4`,
    values: [organisationId, of.caseId, of.below, of.limit],
  })
}
