import type { ResourceView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

/** Adds resources, or changes them, with who belongs to their crews; where they belong stays. */
export async function saveResources(unit: Unit, resources: readonly ResourceView[]): Promise<void> {
  if (resources.length === 0) return
  await unit.tx.query({
    name: 'schedule_save_resources',
    text: `
insert into resource (organisation_id, origin, import_run_id, id, project_id, ${SAID.join(', ')})
select $1, $3, $4::uuid, r.id, r.project_id, ${SAID.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::resource, $2::json) r
on conflict (organisation_id, id) do update
set ${SAID.map((column) => `${column} = excluded.${column}`).join(',\n    ')}`,
    values: [
      unit.organisationId,
      JSON.stringify(resources.map(toRow)),
      unit.origin.kind,
      unit.origin.kind === 'import' ? unit.origin.runId : null,
    ],
  })
  await replaceMembers(unit, resources)
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
  'availability',
  'day_limit_min',
  'week_limit_min',
  'skills',
  'rates',
]

function toRow(resource: ResourceView) {
  return {
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
    availability: resource.availability,
    day_limit_min: resource.dayLimitMin,
    week_limit_min: resource.weekLimitMin,
    skills: resource.skills,
    rates: resource.rates,
  }
}

async function replaceMembers(unit: Unit, resources: readonly ResourceView[]): Promise<void> {
  const { organisationId } = unit
  await unit.tx.query({
    name: 'schedule_clear_members',
    text: `
delete from resource_member m
where m.organisation_id = $1
  and m.crew_id = any($2::uuid[])`,
    values: [organisationId, resources.map(({ id }) => id)],
  })
  const rows = resources.flatMap(({ id, crewMemberIds }) =>
    crewMemberIds.map((memberId) => ({ crew_id: id, member_id: memberId })),
  )
  if (rows.length === 0) return
  await unit.tx.query({
    name: 'schedule_insert_members',
    text: `
insert into resource_member (organisation_id, crew_id, member_id)
select distinct $1::uuid, r.crew_id, r.member_id
from json_populate_recordset(null::resource_member, $2::json) r`,
    values: [organisationId, JSON.stringify(rows)],
  })
}

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
