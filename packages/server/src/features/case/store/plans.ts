import {
  type CaseIncident,
  type CaseModel,
  type CasePlanState,
  EMPTY_MODEL,
  type PlanItemCause,
} from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type PlanRow = {
  readonly case_id: string
  readonly model: CaseModel
  readonly model_id: string
  readonly template_version_id: string | null
  readonly state: CasePlanState['state']
  readonly since: number
  readonly cause: PlanItemCause
  readonly is_held_open: boolean
  readonly next_id: number
  readonly stale: readonly string[]
  readonly variables: CasePlanState['variables']
  readonly file: CasePlanState['file']
  readonly incidents: readonly CaseIncident[]
  readonly entries: number
  readonly needs_acceptance: boolean
  readonly needs_notice: boolean
  readonly requester_id: string | null
  readonly accepted_at: number | null
  readonly accepted_by: string | null
  readonly acceptance_note: string
  readonly noticed_at: number | null
  readonly noticed_by: string | null
  readonly notice_to: string
  readonly notice_way: string
  readonly version: number
}

const COLUMNS = [
  ...['case_id', 'model', 'model_id', 'state', 'since', 'cause', 'is_held_open', 'next_id', 'stale'],
  ...['variables', 'file', 'incidents', 'entries', 'needs_acceptance', 'needs_notice', 'requester_id'],
  ...['accepted_at', 'accepted_by', 'acceptance_note', 'noticed_at', 'noticed_by', 'notice_to', 'notice_way'],
  ...['template_version_id', 'version'],
]
/** The columns of `case_plan p`. */
export const PLAN_COLUMNS = COLUMNS.map((column) => `p.${column}`).join(', ')

/** Locks the plans of cases for change, always in the order of their ids. */
export async function lockPlans(unit: Unit, caseIds: readonly string[]): Promise<readonly PlanRow[]> {
  return await unit.tx.query<PlanRow>({
    name: 'case_lock_plans',
    text: `
select ${PLAN_COLUMNS}
from case_plan p
where p.organisation_id = $1
  and p.case_id = any($2::uuid[])
order by p.case_id
for no key update`,
    values: [unit.organisationId, caseIds],
  })
}

/** Adds empty plans to cases that have none yet; they begin with the first entry of their history. */
export async function insertPlans(
  unit: Unit,
  cases: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const rows = cases.map(({ id, name }) => ({ id, model: { ...EMPTY_MODEL, name } }))
  await unit.tx.query({
    name: 'case_insert_plans',
    text: `
insert into case_plan (organisation_id, case_id, model, model_id, state, since, cause, next_id)
select $1, r.id, r.model, r.id, 'active', $3::timestamptz, '{"kind": "command", "by": null}', 1
from json_to_recordset($2::json) as r (id uuid, model jsonb)
on conflict do nothing`,
    values: [unit.organisationId, JSON.stringify(rows), sqlMoment(unit.now)],
  })
}

const CHANGED = COLUMNS.slice(1)

/** Writes the new state of locked plans. */
export function updatePlans(unit: Unit, rows: readonly PlanRow[]): void {
  if (rows.length === 0) return
  const written = rows.map((row) => ({
    ...row,
    since: sqlMoment(row.since),
    accepted_at: sqlMoment(row.accepted_at),
    noticed_at: sqlMoment(row.noticed_at),
  }))
  unit.tx.send({
    name: 'case_update_plans',
    text: `
update case_plan p
set ${CHANGED.map((column) => `${column} = r.${column}`).join(', ')}
from json_populate_recordset(null::case_plan, $2::json) r
where p.organisation_id = $1
  and p.case_id = r.case_id`,
    values: [unit.organisationId, JSON.stringify(written)],
  })
}
