import type { Unit } from '../../../platform/commands/index.ts'
import type { AssignmentRow } from '../queries/find-assignments.ts'

/** Adds assignments, or changes who does them, how much they take and who may do them. */
export async function saveAssignments(unit: Unit, assignments: readonly AssignmentRow[]): Promise<void> {
  if (assignments.length === 0) return
  const rows = assignments.map(({ id, projectId, itemId, resourceId, units, workMin, alternatives }) => ({
    ...{ id, units },
    project_id: projectId,
    item_id: itemId,
    resource_id: resourceId,
    work_min: workMin,
    alternative_skill: alternatives?.kind === 'skill' ? alternatives.skill : null,
  }))
  await unit.tx.query({
    name: 'schedule_save_assignments',
    text: `
insert into assignment (organisation_id, id, project_id, item_id, resource_id, units, work_min, alternative_skill)
select $1, r.id, r.project_id, r.item_id, r.resource_id, r.units, r.work_min, r.alternative_skill
from json_populate_recordset(null::assignment, $2::json) r
order by r.id
on conflict (organisation_id, id) do update
set resource_id = excluded.resource_id,
    units = excluded.units,
    work_min = excluded.work_min,
    alternative_skill = excluded.alternative_skill`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  await replaceAlternatives(unit, assignments)
}

async function replaceAlternatives(unit: Unit, assignments: readonly AssignmentRow[]): Promise<void> {
  const { organisationId } = unit
  await unit.tx.query({
    name: 'schedule_clear_alternatives',
    text: `
delete from assignment_alternative l
where l.organisation_id = $1
  and l.assignment_id = any($2::uuid[])`,
    values: [organisationId, assignments.map(({ id }) => id)],
  })
  const rows = assignments.flatMap(({ id, alternatives }) =>
    alternatives?.kind === 'resources'
      ? alternatives.resourceIds.map((resourceId) => ({ assignment_id: id, resource_id: resourceId }))
      : [],
  )
  if (rows.length === 0) return
  await unit.tx.query({
    name: 'schedule_insert_alternatives',
    text: `
insert into assignment_alternative (organisation_id, assignment_id, resource_id)
select distinct $1::uuid, r.assignment_id, r.resource_id
from json_populate_recordset(null::assignment_alternative, $2::json) r`,
    values: [organisationId, JSON.stringify(rows)],
  })
}

/** Deletes assignments. */
export async function deleteAssignments(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unit.tx.query({
    name: 'schedule_delete_assignments',
    text: `
delete from assignment a
where a.organisation_id = $1
  and a.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}
