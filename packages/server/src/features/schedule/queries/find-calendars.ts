import type { CalendarView } from '@millrace/contract'
import type { WorkingCalendar } from '@millrace/core/calendar'
import type { Tx } from '../../../platform/db/transaction.ts'
import { type KeptCalendar, presentCalendar, toWorkingCalendar } from '../working-calendars.ts'

type Row = KeptCalendar & { readonly timeZone: string }

/**
 * The calendars of some projects and those that all projects may go by; with the latter changed, also those of other
 * projects that are based on them.
 */
export async function findCalendars(
  tx: Tx,
  organisationId: string,
  of: { readonly projectIds: readonly string[]; readonly ids: readonly string[]; readonly isShared: boolean },
): Promise<readonly CalendarView[]> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_calendars',
    text: `
select c.id, c.project_id as "containerId", c.base_id as "baseId", c.name, c.definition, o.time_zone as "timeZone"
from calendar c
join organisation o on o.id = c.organisation_id
where c.organisation_id = $1
  and (
    c.project_id is null
    or c.project_id = any($2::uuid[])
    or c.id = any($3::uuid[])
    or ($4 and c.project_id in (
      select own.project_id
      from calendar own
      join calendar base on base.organisation_id = $1 and base.id = own.base_id and base.project_id is null
      where own.organisation_id = $1
        and own.project_id is not null)))
order by c.id
limit 100000`,
    values: [organisationId, of.projectIds, of.ids, of.isShared],
  })
  return rows.map(({ timeZone, ...kept }) => presentCalendar(kept, timeZone))
}

/** The calendars that each of some projects may go by, as core calculates with them. */
export async function findWorkingCalendars(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly WorkingCalendar[]>> {
  const found = await findCalendars(tx, organisationId, { projectIds, ids: [], isShared: false })
  const byPlace = Map.groupBy(found, ({ containerId }) => containerId)
  return new Map(
    projectIds.map((id) => [
      id,
      [null, id].flatMap((place) => byPlace.get(place) ?? []).map(toWorkingCalendar),
    ]),
  )
}

/** The calendars that the whole organisation may go by, the oldest first. */
export async function findSharedCalendars(
  tx: Tx,
  organisationId: string,
): Promise<readonly WorkingCalendar[]> {
  const found = await findCalendars(tx, organisationId, { projectIds: [], ids: [], isShared: false })
  return found.map(toWorkingCalendar)
}

/** The projects whose plans go by some calendars, or by one that is based on them. */
export async function findProjectsGoingBy(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_projects_going_by',
    text: `
with recursive changed as (
  select c.id
  from calendar c
  where c.organisation_id = $1
    and c.id = any($2::uuid[])
  union
  select c.id
  from changed b
  join calendar c on c.organisation_id = $1 and c.base_id = b.id
)
select s.project_id as id
from project_plan s
where s.organisation_id = $1
  and s.calendar_id in (select c.id from changed c)
union
select p.project_id
from plan_item p
where p.organisation_id = $1
  and p.calendar_id in (select c.id from changed c)
union
select a.project_id
from assignment a
join resource r on r.organisation_id = $1 and r.id = a.resource_id
where a.organisation_id = $1
  and r.calendar_id in (select c.id from changed c)
order by 1
limit 100000`,
    values: [organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** How many items, resources, projects, processes and other calendars go by some calendars. */
export async function findCalendarUse(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; count: number }>({
    name: 'schedule_find_calendar_use',
    text: `
select u.id, count(*)::integer as count
from (
  select p.calendar_id as id
  from plan_item p
  where p.organisation_id = $1
    and p.calendar_id = any($2::uuid[])
  union all
  select r.calendar_id
  from resource r
  where r.organisation_id = $1
    and r.calendar_id = any($2::uuid[])
  union all
  select s.calendar_id
  from project_plan s
  where s.organisation_id = $1
    and s.calendar_id = any($2::uuid[])
  union all
  select l.calendar_id
  from process_level l
  where l.organisation_id = $1
    and l.calendar_id = any($2::uuid[])
  union all
  select t.calendar_id
  from process_schedule t
  where t.organisation_id = $1
    and t.calendar_id = any($2::uuid[])
  union all
  select c.base_id
  from calendar c
  where c.organisation_id = $1
    and c.base_id = any($2::uuid[])
    and c.id <> all($2::uuid[])
) u
group by u.id
order by u.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, count }) => [id, count]))
}
