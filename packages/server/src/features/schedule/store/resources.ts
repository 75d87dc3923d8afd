import type { ResourceView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

/** Adds resources, or changes them; where they belong stays. */
export async function saveResources(unit: Unit, resources: readonly ResourceView[]): Promise<void> {
  const rows = resources.map((resource) => ({
    id: resource.id,
    project_id: resource.containerId,
    kind: resource.kind,
    name: resource.name,
    person_id: resource.personId,
    calendar_id: resource.calendarId,
    max_units: resource.maxUnits,
    rate_minor_per_hour: resource.rateMinorPerHour,
    cost_per_use_minor: resource.costPerUseMinor,
    unit_label: resource.unitLabel,
  }))
  await unit.tx.query({
    name: 'schedule_save_resources',
    text: `
insert into resource (organisation_id, origin, id, project_id, ${SAID.join(', ')})
select $1, $3, r.id, r.project_id, ${SAID.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::resource, $2::json) r
on conflict (organisation_id, id) do update
set ${SAID.map((column) => `${column} = excluded.${column}`).join(',\n    ')}`,
    values: [unit.organisationId, JSON.stringify(rows), unit.origin.kind],
  })
}

const SAID = [
  'kind',
  'name',
  'person_id',
  'calendar_id',
  'max_units',
  'rate_minor_per_hour',
  'cost_per_use_minor',
  'unit_label',
]

/** Deletes resources. */
export async function deleteResources(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_delete_resources',
    text: `
delete from resource r
where r.organisation_id = $1
  and r.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}
