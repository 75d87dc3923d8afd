import type { Unit } from '../../../platform/commands/index.ts'

/** Says whether projects are planned in waves. */
export async function saveRollingWave(
  unit: Unit,
  settings: readonly { readonly projectId: string; readonly isOn: boolean }[],
): Promise<void> {
  await unit.tx.query({
    name: 'schedule_save_rolling_wave',
    text: `
insert into project_plan (organisation_id, project_id, has_rolling_wave)
select $1, x.project_id, x.is_on
from unnest($2::uuid[], $3::boolean[]) as x (project_id, is_on)
on conflict (organisation_id, project_id) do update
set has_rolling_wave = excluded.has_rolling_wave`,
    values: [
      unit.organisationId,
      settings.map(({ projectId }) => projectId),
      settings.map(({ isOn }) => isOn),
    ],
  })
}

/** A plan made elsewhere stays as it is, in its phases and its dates, unless somebody already decided. */
export async function keepAsPlanned(unit: Unit, projectId: string): Promise<void> {
  await unit.tx.query({
    name: 'schedule_keep_as_planned',
    text: `
insert into project_plan (organisation_id, project_id, has_rolling_wave, is_scheduled)
values ($1, $2, false, false)
on conflict (organisation_id, project_id) do update
set has_rolling_wave = coalesce(project_plan.has_rolling_wave, false),
    is_scheduled = coalesce(project_plan.is_scheduled, false)`,
    values: [unit.organisationId, projectId],
  })
}

/** Puts items into phases, or takes them out. The last word on an item counts. */
export async function savePhaseItems(unit: Unit, places: ReadonlyMap<string, string | null>): Promise<void> {
  const [itemIds, phaseIds] = [[...places.keys()], [...places.values()]]
  await unit.tx.query({
    name: 'schedule_take_out_of_phases',
    text: `
delete from phase_item i
where i.organisation_id = $1
  and i.item_id = any($2::uuid[])`,
    values: [unit.organisationId, itemIds],
  })
  await unit.tx.query({
    name: 'schedule_put_into_phases',
    text: `
insert into phase_item (organisation_id, item_id, phase_id)
select $1, x.item_id, x.phase_id
from unnest($2::uuid[], $3::uuid[]) as x (item_id, phase_id)
where x.phase_id is not null`,
    values: [unit.organisationId, itemIds, phaseIds],
  })
}

/** Items that left a project are in none of its phases. */
export async function leavePhases(unit: Unit, itemIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_leave_phases',
    text: `
delete from phase_item i
using phase h, work_item w
where i.organisation_id = $1
  and i.item_id = any($2::uuid[])
  and h.organisation_id = $1
  and h.id = i.phase_id
  and w.organisation_id = $1
  and w.id = i.item_id
  and not w.container_ids @> array[h.project_id]`,
    values: [unit.organisationId, itemIds],
  })
}
