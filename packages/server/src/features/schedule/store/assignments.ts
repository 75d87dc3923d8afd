import type { Unit } from '../../../platform/commands/index.ts'
import type { AssignmentRow } from '../queries/find-assignments.ts'

/** Adds assignments, or changes how much they take. */
export async function saveAssignments(unit: Unit, assignments: readonly AssignmentRow[]): Promise<void> {
  if (assignments.length === 0) return
  const rows = assignments.map(({ id, projectId, itemId, resourceId, units, workMin }) => ({
    ...{ id, units },
    project_id: projectId,
    item_id: itemId,
    resource_id: resourceId,
    work_min: workMin,
  }))
  await unit.tx.query({
    name: 'schedule_save_assignments',
    text: `
insert into assignment (organisation_id, id, project_id, item_id, resource_id, units, work_min)
select $1, r.id, r.project_id, r.item_id, r.resource_id, r.units, r.work_min
from json_populate_recordset(null::assignment, $2::json) r
order by r.id
on conflict (organisation_id, id) do update
set units = excluded.units,
    work_min = excluded.work_min`,
    values: [unit.organisationId, JSON.stringify(rows)],
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
