import type { PlanFinding } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Keeps what a calculation found for some items of a plan. What is on the plan of another project is left to that. */
export async function saveFindings(
  unit: Unit,
  projectId: string,
  findings: readonly PlanFinding[],
): Promise<void> {
  if (findings.length === 0) return
  const rows = findings.map((finding) => ({
    item_id: finding.itemId,
    start_at: sqlMoment(finding.startAt),
    finish_at: sqlMoment(finding.finishAt),
    percent_complete: finding.percentComplete,
    total_float_min: finding.totalFloatMin,
    is_critical: finding.isCritical,
    is_conflicting: finding.isConflicting,
  }))
  await unit.tx.query({
    name: 'schedule_save_findings',
    text: `
insert into plan_finding (organisation_id, project_id, item_id, ${FOUND.join(', ')})
select $1, $2, r.item_id, ${FOUND.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::plan_finding, $3::json) r
left join plan_item p on p.organisation_id = $1 and p.item_id = r.item_id
where p.item_id is null
  or p.project_id = $2
order by r.item_id
on conflict (organisation_id, item_id) do update
set project_id = excluded.project_id,
    ${FOUND.map((column) => `${column} = excluded.${column}`).join(',\n    ')}
where (plan_finding.project_id, ${FOUND.map((column) => `plan_finding.${column}`).join(', ')})
  is distinct from (excluded.project_id, ${FOUND.map((column) => `excluded.${column}`).join(', ')})`,
    values: [unit.organisationId, projectId, JSON.stringify(rows)],
  })
}

const FOUND = [
  'start_at',
  'finish_at',
  'percent_complete',
  'total_float_min',
  'is_critical',
  'is_conflicting',
]

/** Forgets what was found for whatever is not on a plan any more. */
export async function keepFindingsOf(
  unit: Unit,
  projectId: string,
  itemIds: readonly string[],
): Promise<void> {
  await unit.tx.query({
    name: 'schedule_keep_findings_of',
    text: `
delete from plan_finding f
where f.organisation_id = $1
  and f.project_id = $2
  and not exists (
    select
    from unnest($3::uuid[]) as x (id)
    where x.id = f.item_id)`,
    values: [unit.organisationId, projectId, itemIds],
  })
}

/** Forgets what was found for plans that keep their dates from now on. */
export async function deleteFindingsOf(unit: Unit, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length === 0) return
  await unit.tx.query({
    name: 'schedule_delete_findings_of',
    text: `
with gone as (
  delete from plan_finding f
  where f.organisation_id = $1
    and f.project_id = any($2::uuid[]))
update project_plan p
set found_version = null
where p.organisation_id = $1
  and p.project_id = any($2::uuid[])`,
    values: [unit.organisationId, projectIds],
  })
}

/**
 * The version that the findings of a plan are of, while its dates are those of a version; they stay so until the
 * transaction ends. Null: the dates are of another version by now.
 */
export async function lockPlanned(
  unit: Unit,
  { projectId, version }: PlanVersion,
): Promise<{ readonly version: number | null } | null> {
  const [row] = await unit.tx.query<{ version: number | null }>({
    name: 'schedule_lock_planned',
    text: `
select p.found_version as version
from project_plan p
where p.organisation_id = $1
  and p.project_id = $2
  and p.planned_version = $3
  and p.is_scheduled is not false
for no key update`,
    values: [unit.organisationId, projectId, version],
  })
  return row ?? null
}

/** The findings of a plan are those of a version. */
export async function markFound(unit: Unit, { projectId, version }: PlanVersion): Promise<void> {
  await unit.tx.query({
    name: 'schedule_mark_found',
    text: `
update project_plan p
set found_version = $3
where p.organisation_id = $1
  and p.project_id = $2`,
    values: [unit.organisationId, projectId, version],
  })
}

type PlanVersion = { readonly projectId: string; readonly version: number }
