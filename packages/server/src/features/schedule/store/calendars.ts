import type { CalendarView } from '@millrace/contract'
import type { Unit } from '../../../platform/commands/index.ts'

/** Adds calendars, or changes them in their projects; which ones: not those that belong elsewhere. */
export async function saveCalendars(
  unit: Unit,
  calendars: readonly CalendarView[],
): Promise<ReadonlySet<string>> {
  const rows = calendars.map(({ id, containerId, baseId, name, definition }) => ({
    ...{ id, name, definition },
    project_id: containerId,
    base_id: baseId,
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'schedule_save_calendars',
    text: `
insert into calendar (organisation_id, project_id, id, base_id, name, definition)
select $1, r.project_id, r.id, r.base_id, r.name, r.definition
from json_populate_recordset(null::calendar, $2::json) r
on conflict (organisation_id, id) do update
set base_id = excluded.base_id,
    name = excluded.name,
    definition = excluded.definition
where calendar.project_id is not distinct from excluded.project_id
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

/** Deletes calendars. */
export async function deleteCalendars(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_delete_calendars',
    text: `
delete from calendar c
where c.organisation_id = $1
  and c.id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}
