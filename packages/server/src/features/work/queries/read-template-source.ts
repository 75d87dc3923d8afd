import type { Phase } from '@millrace/core/schedule'
import { COPY_MAX, type WorkItem } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ITEM_RECORD, readItem } from '../item-record.ts'
import type { KeptPackage, TemplatePlace } from '../template-content.ts'

/** What is at home in a container and not archived; one more than can be copied says that it is too much. */
export async function findItemsAtHome(
  tx: Tx,
  organisationId: string,
  containerId: string,
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ item: string }>({
    name: 'work_find_items_at_home',
    text: `
select ${ITEM_RECORD} as item
from work_item w
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.home_container_id = $2
  and w.archived_at is null
  and w.seen_by is null
order by w.rank, w.id
limit $3`,
    values: [organisationId, containerId, COPY_MAX + 1],
  })
  return rows.map(({ item }) => readItem(item))
}

type Places = Pick<TemplatePlace, 'phases' | 'phaseOf' | 'hasRollingWave' | 'views'> & {
  readonly packages: readonly KeptPackage[]
}

/** The phases of a container, which item is in which, ranges of items, and the views that are shared in it. */
export async function readPlanAndViews(tx: Tx, organisationId: string, containerId: string): Promise<Places> {
  const [row] = await tx.query<{
    phases: readonly Phase[]
    phase_of: TemplatePlace['phaseOf']
    packages: readonly KeptPackage[]
    has_rolling_wave: boolean
    views: TemplatePlace['views']
  }>({
    name: 'work_read_plan_and_views',
    text: `
select
  coalesce((
    select json_agg(json_build_object(
      'id', h.id, 'projectId', h.project_id, 'name', h.name, 'rank', h.rank, 'state', h.state,
      'startsOn', h.starts_on, 'finishLowOn', h.finish_low_on, 'finishHighOn', h.finish_high_on,
      'effortLowMin', h.effort_low_min, 'effortHighMin', h.effort_high_min,
      'costLowMinor', h.cost_low_minor, 'costHighMinor', h.cost_high_minor,
      'durationLowMin', h.duration_low_min, 'durationHighMin', h.duration_high_min,
      'peopleLow', h.people_low, 'peopleHigh', h.people_high,
      'gate', case when g.phase_id is not null then json_build_object(
        'name', g.name, 'dueOn', g.due_on, 'deciderId', g.decider_id, 'criteria', g.criteria, 'decisions', '[]'::json) end,
      'version', 1) order by h.rank, h.id)
    from phase h
    left join phase_gate g on g.organisation_id = h.organisation_id and g.phase_id = h.id
    where h.organisation_id = $1 and h.project_id = $2), '[]') as phases,
  coalesce((
    select json_agg(json_build_object('itemId', i.item_id, 'phaseId', i.phase_id) order by i.item_id)
    from phase_item i
    join phase h on h.organisation_id = $1 and h.id = i.phase_id and h.project_id = $2
    where i.organisation_id = $1), '[]') as phase_of,
  coalesce((
    select json_agg(json_build_object(
      'itemId', k.item_id, 'durationLowMin', k.duration_low_min, 'durationHighMin', k.duration_high_min,
      'peopleLow', k.people_low, 'peopleHigh', k.people_high, 'costLowMinor', k.cost_low_minor,
      'costHighMinor', k.cost_high_minor) order by k.item_id)
    from work_item w
    join plan_package k on k.organisation_id = w.organisation_id and k.item_id = w.id
    where w.organisation_id = $1 and w.container_ids @> array[$2::uuid]), '[]') as packages,
  coalesce((
    select coalesce(p.has_rolling_wave, true)
    from project_plan p
    where p.organisation_id = $1 and p.project_id = $2), true) as has_rolling_wave,
  coalesce((
    select json_agg(json_build_object('name', v.name, 'isDefault', v.is_default, 'settings', v.settings) order by v.name, v.id)
    from saved_view v
    where v.organisation_id = $1 and v.container_id = $2 and v.is_shared), '[]') as views`,
    values: [organisationId, containerId],
  })
  return {
    phases: row?.phases ?? [],
    phaseOf: row?.phase_of ?? [],
    packages: row?.packages ?? [],
    hasRollingWave: row?.has_rolling_wave ?? true,
    views: row?.views ?? [],
  }
}

/** Which of some people there are. */
export async function findKnownPeople(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'work_find_known_people',
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
  and p.status <> 'inactive'
order by p.id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}
