import type { PlanItemRow, SentryPartRow } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** What carries out an item of a plan: a work item, an instance of a process, another case. */
export type Carrier = {
  readonly itemId: string | null
  readonly instanceId: string | null
  readonly calledCaseId: string | null
}

/** An item of the plan of a case with what carries it out. */
export type CarriedRow = { readonly caseId: string; readonly row: PlanItemRow; readonly carrier: Carrier }
type RowRef = { readonly caseId: string; readonly id: number }
type CasePart = { readonly caseId: string; readonly part: SentryPartRow }

/** Writes items of plans, new ones and changed ones. */
export function saveRows(unit: Unit, rows: readonly CarriedRow[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: 'case_save_rows',
    text: `
insert into case_plan_item (organisation_id, case_id, row_id, def, parent, state, state_before, round, since, is_required,
  cause, ended_by, done_by, timer, due_at, item_id, instance_id, called_case_id)
select $1, r.case_id, r.row_id, r.def, r.parent, r.state, r.state_before, r.round, r.since, r.is_required,
  r.cause, r.ended_by, r.done_by, r.timer, r.due_at, r.item_id, r.instance_id, r.called_case_id
from json_populate_recordset(null::case_plan_item, $2::json) r
on conflict (organisation_id, case_id, row_id) do update
set def = excluded.def,
    parent = excluded.parent,
    state = excluded.state,
    state_before = excluded.state_before,
    round = excluded.round,
    since = excluded.since,
    is_required = excluded.is_required,
    cause = excluded.cause,
    ended_by = excluded.ended_by,
    done_by = excluded.done_by,
    timer = excluded.timer,
    due_at = excluded.due_at,
    item_id = excluded.item_id,
    instance_id = excluded.instance_id,
    called_case_id = excluded.called_case_id`,
    values: [unit.organisationId, JSON.stringify(rows.map(columnsOf))],
  })
}

function columnsOf({ caseId, row, carrier }: CarriedRow) {
  const isWaiting = row.timer !== null && row.state === 'available'
  return {
    ...{ case_id: caseId, row_id: row.id, def: row.defId, parent: row.parentId, state: row.state },
    ...{ state_before: row.stateBefore, round: row.round, since: sqlMoment(row.since) },
    ...{ is_required: row.isRequired, cause: row.cause, ended_by: row.endedBy, done_by: row.doneBy },
    ...{ timer: row.timer, due_at: isWaiting ? sqlMoment(row.timer?.dueAt ?? null) : null },
    ...{ item_id: carrier.itemId, instance_id: carrier.instanceId, called_case_id: carrier.calledCaseId },
  }
}

/** Deletes items of plans that are no more. */
export function deleteRows(unit: Unit, rows: readonly RowRef[]): void {
  if (rows.length === 0) return
  unit.tx.send({
    name: 'case_delete_rows',
    text: `
delete from case_plan_item i
using json_to_recordset($2::json) as r ("caseId" uuid, id integer)
where i.organisation_id = $1
  and i.case_id = r."caseId"
  and i.row_id = r.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Writes what criteria have seen, in place of what was written of these cases before. */
export function replaceParts(
  unit: Unit,
  change: { readonly caseIds: readonly string[]; readonly parts: readonly CasePart[] },
): void {
  if (change.caseIds.length === 0) return
  unit.tx.send({
    name: 'case_delete_parts',
    text: `
delete from case_sentry_part p
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])`,
    values: [unit.organisationId, change.caseIds],
  })
  if (change.parts.length === 0) return
  const rows = change.parts.map(({ caseId, part }) => ({
    ...{ case_id: caseId, item: part.itemId, sentry: part.sentryId, part: part.part },
    ...{ source: part.sourceItemId, at: sqlMoment(part.at) },
  }))
  unit.tx.send({
    name: 'case_insert_parts',
    text: `
insert into case_sentry_part (organisation_id, case_id, item, sentry, part, source, at)
select $1, r.case_id, r.item, r.sentry, r.part, r.source, r.at
from json_populate_recordset(null::case_sentry_part, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** That items carry out steps that have not come yet. */
export type Adopted = { readonly caseId: string; readonly def: string; readonly itemId: string }

/** Writes which items carry out steps to come. */
export function insertAdopted(unit: Unit, adopted: readonly Adopted[]): void {
  if (adopted.length === 0) return
  unit.tx.send({
    name: 'case_insert_adopted',
    text: `
insert into case_adopted_item (organisation_id, case_id, def, item_id)
select $1, r."caseId", r.def, r."itemId"
from json_to_recordset($2::json) as r ("caseId" uuid, def text, "itemId" uuid)`,
    values: [unit.organisationId, JSON.stringify(adopted)],
  })
}

/** Takes back that items carry out steps to come: the steps have come, or are taken out of the plan. */
export function deleteAdopted(unit: Unit, adopted: readonly Adopted[]): void {
  if (adopted.length === 0) return
  unit.tx.send({
    name: 'case_delete_adopted',
    text: `
delete from case_adopted_item a
using json_to_recordset($2::json) as r ("caseId" uuid, def text)
where a.organisation_id = $1
  and a.case_id = r."caseId"
  and a.def = r.def`,
    values: [unit.organisationId, JSON.stringify(adopted)],
  })
}
